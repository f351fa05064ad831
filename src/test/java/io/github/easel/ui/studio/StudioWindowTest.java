package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.UserMessages;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Notice;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Stage;
import io.github.easel.settings.Session;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.drop.DropViewModel.Place;
import io.github.easel.ui.drop.Dropped;
import io.github.easel.ui.theme.Theme;
import io.github.easel.ui.viewer.Picture;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
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

/** The window as a user meets it: typed, clicked, read. */
@ExtendWith(ApplicationExtension.class)
class StudioWindowTest {

  private StudioStage window;

  @BeforeEach
  void openWindow() {
    window = StudioStage.usual();
    assertThat(window.node("act").isDisabled()).isTrue();
    assertThat(window.node("advanced-disclosure").isDisabled()).isTrue();
    window.open();
    assertThat(window.node("advanced-disclosure").isDisabled()).isFalse();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theKeyForThePromptScrollsToIt(FxRobot robot) {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          window.scene.getWindow().setHeight(700);
          window.studio.compose().moreOpen().set(true);
        });
    WaitForAsyncUtils.waitForFxEvents();
    ScrollPane scroll = (ScrollPane) window.scene.lookup(".compose-scroll");
    WaitForAsyncUtils.waitForAsyncFx(20_000, () -> scroll.setVvalue(1));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(StudioTour.scrolledIntoView(window.node("prompt"))).isFalse();
    robot.push(KeyCode.SHORTCUT, KeyCode.L);
    assertThat(StudioTour.scrolledIntoView(window.node("prompt"))).isTrue();
  }

  @Test
  void makesAPictureFromTypedWords(FxRobot robot) {
    assertThat(window.text("reason")).isEqualTo("First say what the picture should show.");
    robot.write("a red fox");
    assertThat(window.node("reason").isVisible()).isFalse();
    robot.clickOn("#act");
    window.services.report(Stage.SAMPLING, 6, 30, 0.5);
    StudioStage.await(() -> window.studio.line().progress().get() != null);
    assertThat(window.text("act")).isEqualTo("Generate");
    assertThat(window.text("progress-text")).isEqualTo("Step 6 of 30, about 12 s left");
    assertThat(((ProgressBar) window.node("progress")).getProgress()).isEqualTo(0.2);
    window.services.finish();
    StudioStage.await(() -> window.studio.line().running().get() == null);
    StudioStage.await(() -> window.studio.pictures().shown().get().file().get() != null);
    assertThat(window.services.requests.get(0).prompt().positive()).isEqualTo("a red fox");
    assertThat(window.text("picture-size")).isEqualTo("128 × 128  ·  seed 4711");
    assertThat(window.text("picture-kept")).contains("easel-4711.png");
    assertThat(window.node("progress").getParent().isVisible()).isFalse();
  }

  @Test
  void drawsOnTheChosenSchedule(FxRobot robot) {
    robot.write("a red fox").clickOn("#advanced-disclosure .disclosure-line");
    ComboBox<?> schedule = (ComboBox<?>) window.node("schedule");
    assertThat(schedule.getItems()).hasSize(2); // what DDIM can follow
    robot.clickOn("#sampler").clickOn("Euler").clickOn("#schedule").clickOn("Karras");
    robot.clickOn("#act");
    window.services.finish();
    StudioStage.await(() -> window.studio.pictures().shown().get() != null);
    Sampling sampling = window.services.requests.get(0).sampling();
    assertThat(sampling.sampler()).isEqualTo(SamplerKind.EULER);
    assertThat(sampling.schedule()).isEqualTo(ScheduleKind.KARRAS);
    assertThat(window.text("picture-sampling")).startsWith("Euler Karras, ");
  }

  @Test
  void beginsWithAnExample(FxRobot robot) {
    robot.clickOn("#example-2");
    assertThat(window.studio.compose().prompt().get())
        .isEqualTo("a house in a snowy forest at night");
    assertThat(window.node("act").isDisabled()).isFalse();
    assertThat(window.node("prompt").isFocused()).isTrue();
  }

  @Test
  void cancelsByKeyAndByButton(FxRobot robot) {
    robot.write("a fox");
    for (int round = 0; round < 2; round++) {
      robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
      StudioStage.await(() -> window.studio.line().running().get() != null);
      if (round == 0) {
        robot.push(KeyCode.ESCAPE);
      } else {
        robot.clickOn("#cancel");
      }
      StudioStage.await(() -> window.studio.line().running().get() == null);
    }
    assertThat(window.text("act")).isEqualTo("Generate");
    assertThat(window.node("failure-box").isVisible()).isFalse();
    assertThat(window.studio.pictures().all()).isEmpty();
  }

  @Test
  void saysAFailureInTheLanguageOfTheMoment(FxRobot robot) {
    robot.write("a fox").push(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.services.fail(new GenerationException(Failure.NOT_FINITE, "step 3", "3"));
    StudioStage.await(() -> window.studio.failures().failure().get() != null);
    assertThat(window.text("failure")).isEqualTo("The picture broke at step 3.");
    robot.clickOn("#language-ka");
    assertThat(window.text("failure")).isEqualTo("სურათი გაფუჭდა (3-ე ნაბიჯი).");
    assertThat(window.node("failure-box").isVisible()).isTrue();
    robot.clickOn("#dismiss-failure");
    assertThat(window.node("failure-box").isVisible()).isFalse();
  }

  @Test
  void switchesLanguageAtOnceAndRemembersIt(FxRobot robot) {
    robot.clickOn("#language-ka");
    assertThat(window.text("act")).isEqualTo("დახატვა");
    assertThat(window.text("reason")).isEqualTo("ჯერ აღწერეთ, რა უნდა იყოს სურათზე.");
    assertThat(window.saved.get(window.saved.size() - 1).language()).isEqualTo("ka");
    robot.clickOn("#language-en");
    assertThat(window.text("act")).isEqualTo("Generate");
  }

  @Test
  void switchesThemeAtOnceAndRemembersIt(FxRobot robot) {
    String light = Application.getUserAgentStylesheet();
    robot.clickOn("#theme");
    assertThat(Application.getUserAgentStylesheet()).isNotEqualTo(light);
    assertThat(window.studio.look().theme().get()).isEqualTo(Theme.DARK);
    assertThat(window.saved.get(window.saved.size() - 1).theme()).isEqualTo("dark");
    robot.clickOn("#theme");
    assertThat(Application.getUserAgentStylesheet()).isEqualTo(light);
  }

  @Test
  void explainsABadSeedInWords(FxRobot robot) {
    robot.write("a fox").clickOn("#seed").write("many");
    assertThat(window.node("act").isDisabled()).isTrue();
    assertThat(window.text("reason"))
        .isEqualTo("The seed is a whole number, or empty for a new one each time.");
    robot.clickOn("#roll-seed");
    assertThat(window.node("act").isDisabled()).isFalse();
  }

  @Test
  void choosesASizeByItsForm(FxRobot robot) {
    robot.clickOn("#size-PORTRAIT");
    assertThat(window.text("pixels")).isEqualTo("128 × 192 pixels");
    robot.clickOn("#size-PORTRAIT");
    assertThat(window.studio.compose().size().get().toString()).isEqualTo("128x192");
  }

  @Test
  void opensTheNegativePromptOnDemandAndTabLeavesIt(FxRobot robot) {
    assertThat(window.studio.compose().negativeOpen().get()).isFalse();
    robot.clickOn("#negative-disclosure .disclosure-line");
    robot.clickOn("#negative").write("text").push(KeyCode.TAB);
    assertThat(window.studio.compose().negative().get()).isEqualTo("text");
    assertThat(window.node("negative").isFocused()).isFalse();
  }

  @Test
  void comesBackToThePromptByKey(FxRobot robot) {
    robot.clickOn("#seed").push(KeyCode.SHORTCUT, KeyCode.L).write("sea");
    assertThat(((TextInputControl) window.node("prompt")).getText()).isEqualTo("sea");
  }

  @Test
  void savesCopiesAndRecallsByKey(FxRobot robot) {
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    assertThat(window.asked).isEmpty();
    robot.write("a fox");
    window.drawOne(robot);
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    StudioStage.await(() -> window.services.written.size() == 2);
    assertThat(window.services.written.get(1))
        .isEqualTo(Path.of("chosen", "2026-11-23-easel-4711.png"));
    StudioStage.await(() -> window.text("saved").equals("Saved as 2026-11-23-easel-4711.png"));
    robot.clickOn("#saved-show");
    StudioStage.await(() -> window.services.desktop.contains("reveal 2026-11-23-easel-4711.png"));
    assertThat(window.sessions.get(window.sessions.size() - 1).desk().savedIn())
        .isEqualTo(Path.of("chosen").toAbsolutePath().toString());
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
    boolean copied =
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Clipboard.getSystemClipboard().hasImage());
    assertThat(copied).isTrue();
    robot.clickOn("#recall");
    assertThat(window.studio.compose().seed().get()).isEqualTo("4711");
    robot.push(KeyCode.SHORTCUT, KeyCode.D);
    assertThat(window.studio.compose().seed().get()).isEmpty();
    robot.push(KeyCode.SHORTCUT, KeyCode.R);
    assertThat(window.studio.compose().seed().get()).isEqualTo("4711");
  }

  @Test
  void saysNoticesInTheLanguageOfTheMoment(FxRobot robot) {
    Notice notice = new Notice(Notice.Kind.PROMPT_TRUNCATED, "and a dog");
    window.services.notices = List.of(notice);
    robot.write("a fox");
    window.drawOne(robot);
    assertThat(window.text("picture-notices"))
        .isEqualTo(new UserMessages(Locale.ENGLISH).of(notice));
    robot.clickOn("#language-ka");
    assertThat(window.text("picture-notices"))
        .isEqualTo(new UserMessages(Locale.forLanguageTag("ka")).of(notice));
  }

  @Test
  void saysThatAPictureCouldNotBeKept(FxRobot robot) {
    window.services.storeFailure = new OutOfMemoryError("heap");
    robot.write("a fox").push(KeyCode.CONTROL, KeyCode.ENTER);
    window.services.finish();
    StudioStage.await(() -> window.studio.failures().failure().get() != null);
    assertThat(window.text("picture-kept")).startsWith("Not kept.");
    assertThat(window.text("failure")).isEqualTo("The memory ran out.");
  }

  @Test
  void showsAnEarlierPictureFromTheGallery(FxRobot robot) {
    robot.write("a fox");
    window.drawOne(robot);
    window.drawOne(robot);
    Picture earlier = window.studio.pictures().all().get(1);
    assertThat(earlier.pixels().get()).isNull();
    robot.clickOn("#gallery").push(KeyCode.HOME).push(KeyCode.RIGHT);
    assertThat(window.studio.pictures().shown().get()).isSameAs(earlier);
    StudioStage.await(() -> earlier.pixels().get() != null);
  }

  @Test
  void takesTheSettingsOfAPictureThatWasDropped(FxRobot robot, @TempDir Path folder) {
    GenerationRequest request =
        new GenerationRequest(
            new Prompt("a lighthouse", "fog"),
            "Starter",
            new ImageSize(128, 192),
            new Sampling(SamplerKind.DDIM, 17, 3),
            815);
    Path file = PictureFiles.keep(folder, request, FakeServices.gradient(128, 192));
    robot.write("a fox");
    WaitForAsyncUtils.waitForAsyncFx(
        20_000, () -> window.studio.drop().take(Dropped.file(file), Place.WINDOW));
    StudioStage.await(() -> window.studio.drop().offer().get() != null);
    robot.clickOn("#drop-settings").clickOn("#tick-seed").clickOn("#drop-take");
    assertThat(window.studio.drop().offer().get()).isNull();
    assertThat(window.studio.compose().prompt().get()).isEqualTo("a lighthouse");
    assertThat(window.studio.compose().negative().get()).isEqualTo("fog");
    assertThat(window.studio.compose().seed().get()).isEmpty();
    assertThat(window.studio.compose().size().get()).hasToString("128x192");
    assertThat(window.studio.compose().way().steps().get()).isEqualTo(17);
    assertThat(window.node("prompt").isFocused()).isTrue();
  }

  @Test
  void hidesPanelsByKeyAndDragsTheirEdges(FxRobot robot) {
    robot.clickOn("#edge-left").push(KeyCode.RIGHT);
    assertThat(window.studio.layout().left().size().get()).isEqualTo(392);
    robot.drag("#edge-left").dropBy(40, 0);
    assertThat(window.studio.layout().left().size().get()).isEqualTo(432);
    robot.push(KeyCode.T);
    assertThat(window.studio.layout().left().open().get()).isFalse();
    assertThat(window.node("act").getScene().getFocusOwner()).isNotNull();
    robot.push(KeyCode.G).push(KeyCode.Q);
    assertThat(window.studio.layout().right().open().get()).isFalse();
    assertThat(window.studio.layout().drawer().open().get()).isTrue();
    robot.clickOn("#panel-left").clickOn("#panel-right").clickOn("#panel-drawer");
    assertThat(window.studio.layout().left().open().get()).isTrue();
    Session last = window.sessions.get(window.sessions.size() - 1);
    assertThat(last.layout().left().size()).isEqualTo(432);
  }

  @Test
  void goesToPagesAndBackByEscape(FxRobot robot) {
    robot.push(KeyCode.F1);
    assertThat(window.studio.layout().page().get()).isEqualTo(Page.KEYS);
    robot.push(KeyCode.ESCAPE);
    assertThat(window.studio.layout().page().get()).isEqualTo(Page.VIEWER);
    robot.clickOn("#page-settings");
    assertThat(window.studio.layout().page().get()).isEqualTo(Page.SETTINGS);
    robot.clickOn("#page-viewer");
    assertThat(window.studio.layout().page().get()).isEqualTo(Page.VIEWER);
  }
}
