package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.settings.Session;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.compose.ComposeViewModel;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The left column as an artist uses it, by keys and mouse. */
@ExtendWith(ApplicationExtension.class)
class ComposeJourneyTest {

  private StudioStage window;
  private ComposeViewModel compose;

  @BeforeEach
  void openWindow() {
    Session session =
        new Session(
            Session.WindowSize.DEFAULT,
            Session.Layout.USUAL,
            Draft.EMPTY,
            List.of("second prompt", "first prompt"),
            "");
    FakeServices services = new FakeServices(FakeServices.LARGE, FakeServices.STARTER);
    window =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () ->
                new StudioStage(
                    new javafx.stage.Stage(),
                    Settings.DEFAULTS.withLanguage("en").withTheme("light"),
                    session,
                    services));
    window.open();
    compose = window.studio.compose();
    StudioStage.await(() -> !compose.words().offered().isEmpty());
  }

  @AfterEach
  void close() {
    window.close();
  }

  private String prompt() {
    return ((TextInputControl) window.node("prompt")).getText();
  }

  @Test
  void weighsWordsByKeysAndTakesItBack(FxRobot robot) {
    robot.write("a red fox");
    robot.push(KeyCode.SHORTCUT, KeyCode.UP).push(KeyCode.SHORTCUT, KeyCode.UP);
    assertThat(prompt()).isEqualTo("a red (fox:1.2)");
    assertThat(((TextInputControl) window.node("prompt")).getSelectedText()).isEqualTo("fox");
    robot.push(KeyCode.SHORTCUT, KeyCode.DOWN);
    assertThat(prompt()).isEqualTo("a red (fox:1.1)");
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(prompt()).isEqualTo("a red (fox:1.2)");
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
    assertThat(prompt()).isEqualTo("a red (fox:1.1)");
    assertThat(compose.prompt().get()).isEqualTo(prompt());
  }

  @Test
  void leafsThroughEarlierPromptsAndLosesNothing(FxRobot robot) {
    robot.write("not drawn yet");
    robot.push(KeyCode.ALT, KeyCode.UP).push(KeyCode.ALT, KeyCode.UP);
    assertThat(prompt()).isEqualTo("first prompt");
    robot.push(KeyCode.ALT, KeyCode.DOWN).push(KeyCode.ALT, KeyCode.DOWN);
    assertThat(prompt()).isEqualTo("not drawn yet");
    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    StudioStage.await(() -> window.studio.line().running().get() != null);
    assertThat(window.sessions.get(window.sessions.size() - 1).history())
        .containsExactly("not drawn yet", "second prompt", "first prompt");
  }

  @Test
  void countsTokensAndSaysWhenWordsSpillOver(FxRobot robot) {
    robot.write("a red fox");
    StudioStage.await(() -> window.text("prompt-count").equals("3 / 75"));
    String many = "word ".repeat(75) + "overflowing";
    WaitForAsyncUtils.waitForAsyncFx(20_000, () -> compose.prompt().set(many));
    StudioStage.await(() -> window.text("prompt-count").equals("76 / 150"));
    assertThat(window.scene.getRoot().lookupAll(".prompt-overflow"))
        .anySatisfy(node -> assertThat(((Label) node).getText()).contains("“overflowing”"));
  }

  @Test
  void choosesStylesAsChips(FxRobot robot) {
    robot.write("a fox").clickOn("#add-style").write("water").push(KeyCode.ENTER);
    assertThat(compose.words().styles()).hasSize(1);
    assertThat(window.scene.getRoot().lookupAll(".chosen-chip").stream().filter(Node::isVisible))
        .hasSize(1);
    robot.clickOn("#act");
    window.services.finish();
    StudioStage.await(() -> !window.services.requests.isEmpty());
    assertThat(window.services.requests.get(0).prompt().positive())
        .contains("a fox")
        .isNotEqualTo("a fox");
    robot.clickOn(".chosen-chip");
    assertThat(compose.words().styles()).isEmpty();
  }

  @Test
  void makesSeveralPicturesOfATurnedSize(FxRobot robot) {
    robot.write("a fox").clickOn("#size-PORTRAIT").clickOn("#swap");
    assertThat(window.text("pixels")).isEqualTo("768 × 512 pixels");
    robot.clickOn("#count .increment-arrow-button").clickOn("#count .increment-arrow-button");
    assertThat(window.text("act")).isEqualTo("Generate 3");
    robot.clickOn("#act");
    for (int i = 0; i < 3; i++) {
      window.services.finish();
    }
    StudioStage.await(() -> window.services.requests.size() == 3);
    assertThat(window.services.requests)
        .extracting(GenerationRequest::seed)
        .containsExactly(4711L, 4712L, 4713L);
    assertThat(window.services.requests.get(0).size()).isEqualTo(new ImageSize(768, 512));
  }

  @Test
  void saysThatASizeCannotBeDrawnAndKeepsIt(FxRobot robot) {
    robot.write("a fox").clickOn("#advanced-disclosure .disclosure-line");
    WaitForAsyncUtils.waitForAsyncFx(20_000, () -> window.node("width").requestFocus());
    robot.clickOn("#width .text-field").push(KeyCode.SHORTCUT, KeyCode.A).write("500");
    assertThat(compose.format().width().get()).isEqualTo(500);
    assertThat(window.node("act").isDisabled()).isTrue();
    assertThat(window.text("reason")).startsWith("This model draws widths and heights");
    robot.push(KeyCode.UP);
    assertThat(compose.format().width().get()).isEqualTo(504);
    assertThat(window.node("act").isDisabled()).isFalse();
  }

  @Test
  void refinesAPictureAndGoesBackToNoise(FxRobot robot) {
    Path copy = window.services.sources.keep(FakeServices.gradient(64, 32));
    robot.write("a fox");
    WaitForAsyncUtils.waitForAsyncFx(20_000, () -> compose.takeSource(copy, "sea.png"));
    StudioStage.await(() -> compose.start().thumbnail().get() != null);
    assertThat(window.text("act")).isEqualTo("Refine");
    assertThat(window.text("source-name")).isEqualTo("sea.png");
    robot.clickOn("#fit-pad").clickOn("#act");
    window.services.finish();
    StudioStage.await(() -> !window.services.requests.isEmpty());
    assertThat(window.services.requests.get(0).source().orElseThrow().fit().label())
        .isEqualTo("pad");
    robot.clickOn("#drop-source");
    assertThat(window.text("act")).isEqualTo("Generate");
    assertThat(window.node("source").isVisible()).isFalse();
  }

  @Test
  void remembersWhatIsUnfolded(FxRobot robot) {
    robot.clickOn("#advanced-disclosure .disclosure-line");
    assertThat(window.sessions.get(window.sessions.size() - 1).layout().unfolded())
        .contains("more");
  }

  @Test
  void cancelsThisAndAllThatWait(FxRobot robot) {
    robot.write("a fox");
    for (int i = 0; i < 3; i++) {
      robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    }
    StudioStage.await(() -> window.studio.line().waiting().size() == 2);
    StudioStage.await(() -> window.text("waiting").equals("2 waiting"));
    robot.clickOn("#cancel-all");
    StudioStage.await(() -> window.studio.line().running().get() == null);
    assertThat(window.studio.line().waiting()).isEmpty();
  }
}
