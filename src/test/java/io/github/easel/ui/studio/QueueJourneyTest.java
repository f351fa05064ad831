package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalQueueStore;
import io.github.easel.app.SourcePictures;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.settings.Session;
import io.github.easel.settings.Session.Layout;
import io.github.easel.settings.Session.Panel;
import io.github.easel.settings.Session.WindowSize;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.queue.JobRow;
import io.github.easel.ui.queue.JobRow.Kind;
import io.github.easel.ui.queue.QueueViewModel;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The queue as an artist uses it. */
@ExtendWith(ApplicationExtension.class)
class QueueJourneyTest {

  @TempDir private Path folder;
  private StudioStage window;
  private QueueViewModel line;

  @BeforeEach
  void start() {
    Layout layout =
        new Layout(
            new Panel(0, true), new Panel(0, true), new Panel(320, true), "", List.of(), List.of());
    FakeServices services = new FakeServices(FakeServices.STARTER);
    services.kept = new LocalQueueStore(folder.resolve("queue.json"), SourcePictures.NONE);
    window =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () ->
                new StudioStage(
                    new javafx.stage.Stage(),
                    Settings.DEFAULTS.withLanguage("en").withTheme("light"),
                    new Session(new WindowSize(1440, 900), layout, Draft.EMPTY, List.of(), ""),
                    services));
    line = window.studio.line();
    window.open();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void queue(FxRobot robot, String... prompts) {
    for (String prompt : prompts) {
      int before = line.rows().size();
      WaitForAsyncUtils.waitForAsyncFx(20_000, () -> window.studio.compose().prompt().set(prompt));
      robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
      StudioStage.await(() -> line.rows().size() > before);
    }
    StudioStage.await(() -> line.running().get() != null);
  }

  private List<String> prompts() {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> line.rows().stream().map(row -> row.job().get().draft().words().prompt()).toList());
  }

  private ListView<?> list() {
    return (ListView<?>) window.node("queue");
  }

  private void choose(FxRobot robot, int index) {
    robot.interact(
        () -> {
          list().requestFocus();
          list().getSelectionModel().clearAndSelect(index);
          list().getFocusModel().focus(index);
        });
  }

  private Kind kind(int index) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> line.rows().get(index).kind().get());
  }

  @Test
  void queuesFiveAndCancelsTwo(FxRobot robot) {
    queue(robot, "one", "two", "three", "four", "five");
    assertThat(prompts()).containsExactly("one", "two", "three", "four", "five");
    assertThat(window.text("drawer-queue")).isEqualTo("Queue (4)");
    assertThat(window.text("queue-left")).isEqualTo("5 pictures");
    choose(robot, 2);
    robot.push(KeyCode.DELETE);
    StudioStage.await(() -> line.rows().size() == 4);
    robot.push(KeyCode.ESCAPE); // and the one that is being drawn
    StudioStage.await(() -> kind(3) == Kind.STOPPED);
    for (int i = 0; i < 3; i++) {
      window.services.finish();
    }
    StudioStage.await(() -> line.picturesLeft().get() == 0);
    assertThat(window.studio.pictures().all())
        .extracting(picture -> picture.request().prompt().positive())
        .containsExactly("five", "four", "two");
    robot.clickOn("#queue-undo");
    StudioStage.await(() -> line.picturesLeft().get() == 1);
    window.services.finish();
    StudioStage.await(() -> window.studio.pictures().all().size() == 4);
  }

  @Test
  void puttingRowsInAnotherOrderByKeysKeepsThemChosen(FxRobot robot) {
    queue(robot, "one", "two", "three", "four");
    choose(robot, 3);
    robot.push(KeyCode.ALT, KeyCode.UP);
    StudioStage.await(() -> prompts().equals(List.of("one", "two", "four", "three")));
    robot.push(KeyCode.ALT, KeyCode.UP);
    StudioStage.await(() -> prompts().equals(List.of("one", "four", "two", "three")));
    assertThat(list().getSelectionModel().getSelectedIndex()).isEqualTo(1);
    robot.push(KeyCode.ALT, KeyCode.DOWN);
    StudioStage.await(() -> prompts().equals(List.of("one", "two", "four", "three")));
    choose(robot, 3);
    robot.push(KeyCode.ALT, KeyCode.HOME);
    StudioStage.await(() -> prompts().equals(List.of("one", "three", "two", "four")));
    assertThat(window.studio.compose().prompt().get()).isEqualTo("four"); // no prompt of history
  }

  @Test
  void pausesAndGoesOn(FxRobot robot) {
    queue(robot, "one", "two");
    robot.clickOn("#queue-pause");
    StudioStage.await(() -> line.paused().get());
    assertThat(window.text("queue-pause")).isEqualTo("Go on");
    window.services.finish();
    StudioStage.await(() -> line.running().get() == null);
    assertThat(kind(0)).isEqualTo(Kind.WAITING);
    assertThat(window.services.requests).hasSize(1);
    robot.clickOn("#queue-go-on");
    window.services.finish();
    StudioStage.await(() -> line.picturesLeft().get() == 0);
    assertThat(window.services.requests).hasSize(2);
  }

  @Test
  void editsAJobThatWaits(FxRobot robot) {
    queue(robot, "one", "two", "three");
    choose(robot, 1);
    robot.push(KeyCode.E);
    StudioStage.await(() -> window.node("edited-bar").isVisible());
    assertThat(window.studio.compose().prompt().get()).isEqualTo("two");
    assertThat(window.text("act")).isEqualTo("Change to this");
    robot.clickOn("#edited-new");
    assertThat(window.text("act")).isEqualTo("Generate");
    robot.clickOn("#edited-update");
    robot.push(KeyCode.SHORTCUT, KeyCode.L).push(KeyCode.END).write(" and a half");
    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    StudioStage.await(() -> prompts().equals(List.of("one", "two and a half", "three")));
    assertThat(window.node("edited-bar").isVisible()).isFalse();
    assertThat(window.text("act")).isEqualTo("Generate");
  }

  @Test
  void triesAgainWhatFailedAndReadsWhyInTheLog(FxRobot robot) {
    queue(robot, "one");
    window.services.fail(new GenerationException(Failure.NOT_FINITE, "NaN at 3", "3"));
    StudioStage.await(() -> kind(0) == Kind.FAILED);
    choose(robot, 0);
    robot.push(KeyCode.ENTER);
    StudioStage.await(() -> kind(0) == Kind.DRAWING);
    window.services.finish();
    StudioStage.await(() -> kind(0) == Kind.DONE);
    robot.clickOn("#drawer-log");
    assertThat(window.node("log").isVisible()).isTrue();
    robot.clickOn("#log-problems");
    assertThat(window.studio.log().shown()).hasSize(1);
    robot.clickOn("#log-copy");
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).contains("NaN at 3");
    assertThat(window.studio.layout().drawerTab().get()).isEqualTo("log");
  }

  @Test
  void showsThePictureOfARow(FxRobot robot) {
    queue(robot, "one", "two");
    window.services.finish();
    window.services.finish();
    StudioStage.await(() -> line.picturesLeft().get() == 0);
    StudioStage.await(() -> window.studio.pictures().all().size() == 2);
    choose(robot, 1);
    robot.push(KeyCode.ENTER);
    StudioStage.await(
        () -> window.studio.pictures().shown().get().request().prompt().positive().equals("one"));
  }

  @Test
  void findsTheQueueAgainAfterARestart(FxRobot robot) {
    queue(robot, "one", "two", "three");
    window.close();
    start();
    StudioStage.await(() -> line.picturesHeld().get() == 3);
    assertThat(prompts()).containsExactly("one", "two", "three");
    assertThat(line.rows()).extracting(row -> row.kind().get()).containsOnly(Kind.HELD);
    assertThat(window.services.requests).isEmpty();
    JobRow first = line.rows().get(0);
    assertThat(window.node("held-note").isVisible()).isFalse(); // the open drawer says it
    robot.interact(() -> window.studio.layout().drawer().open().set(false));
    StudioStage.await(() -> window.node("held-note").isVisible());
    assertThat(window.text("held-note-text"))
        .isEqualTo("3 pictures were still waiting when Easel closed.");
    robot.clickOn("#held-show");
    assertThat(window.studio.layout().drawer().open().get()).isTrue();
    robot.clickOn("#queue-go-on-held");
    StudioStage.await(() -> line.running().get() == first.job().get());
    for (int i = 0; i < 3; i++) {
      window.services.finish();
    }
    StudioStage.await(() -> window.studio.pictures().all().size() == 3);
  }
}
