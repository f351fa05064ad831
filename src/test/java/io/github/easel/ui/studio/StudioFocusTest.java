package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Notice;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Where the words end and the picture begins: pasting, the focus, what is made late. */
@ExtendWith(ApplicationExtension.class)
class StudioFocusTest {

  private StudioStage window;

  @BeforeEach
  void openWindow() {
    window = StudioStage.usual();
    window.open();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static void copy(String text) {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          return Clipboard.getSystemClipboard().setContent(content);
        });
  }

  @Test
  void pastesWordsIntoFieldsAndOffersSettings(FxRobot robot) {
    copy("a fox in the snow");
    robot.push(KeyCode.SHORTCUT, KeyCode.V);
    assertThat(window.studio.compose().prompt().get()).isEqualTo("a fox in the snow");
    copy("a castle\nSteps: 12, Sampler: DDIM, CFG scale: 4, Seed: 5, Size: 128x128");
    robot.push(KeyCode.SHORTCUT, KeyCode.V);
    StudioStage.await(() -> window.studio.drop().offer().get() != null);
    robot.push(KeyCode.ESCAPE);
    assertThat(window.studio.drop().offer().get()).isNull();
    assertThat(window.studio.compose().prompt().get()).isEqualTo("a fox in the snow");
    assertThat(window.node("prompt").isFocused()).isTrue();
    robot.push(KeyCode.SHORTCUT, KeyCode.V);
    StudioStage.await(() -> window.studio.drop().offer().get() != null);
    robot.clickOn("#drop-take");
    assertThat(window.studio.compose().prompt().get()).isEqualTo("a castle");
    assertThat(window.studio.compose().way().steps().get()).isEqualTo(12);
  }

  @Test
  void insertsSettingsAsTextWhereTheCaretIs(FxRobot robot) {
    robot.write("a hill").push(KeyCode.HOME);
    copy("a castle\nSteps: 12, Sampler: DDIM, CFG scale: 4, Seed: 5, Size: 128x128\n");
    robot.push(KeyCode.SHORTCUT, KeyCode.V);
    StudioStage.await(() -> window.studio.drop().offer().get() != null);
    robot.clickOn("#drop-as-text");
    assertThat(window.studio.compose().prompt().get())
        .startsWith("a castle\nSteps: 12")
        .endsWith("Size: 128x128\na hill");
    assertThat(window.node("prompt").isFocused()).isTrue();
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(window.studio.compose().prompt().get()).isEqualTo("a hill");
    copy("{red|blue} bricks and ");
    robot.push(KeyCode.HOME).push(KeyCode.SHORTCUT, KeyCode.V);
    assertThat(window.studio.compose().prompt().get()).isEqualTo("{red|blue} bricks and a hill");
  }

  @Test
  void goesFromTheWordsToThePictureByKeys(FxRobot robot) {
    robot.write("a fox");
    window.drawOne(robot);
    assertThat(window.node("prompt").isFocused()).as("the end of a run takes nothing").isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(window.node("canvas").isFocused()).isTrue();
    robot.push(KeyCode.I);
    assertThat(window.studio.viewer().info().get()).isTrue();
    robot.push(KeyCode.SHORTCUT, KeyCode.L);
    assertThat(window.node("prompt").isFocused()).isTrue();
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.L);
    assertThat(window.node("canvas").isFocused()).isTrue();
    assertThat(window.studio.compose().prompt().get()).isEqualTo("a fox");
  }

  @Test
  void staysInThePromptWhileEscapeCancels(FxRobot robot) {
    robot.write("a fox").push(KeyCode.SHORTCUT, KeyCode.ENTER);
    StudioStage.await(() -> window.studio.line().running().get() != null);
    robot.push(KeyCode.ESCAPE);
    StudioStage.await(() -> window.studio.line().running().get() == null);
    assertThat(window.node("prompt").isFocused()).isTrue();
  }

  @Test
  void makesWhatIsHiddenWhenItIsFirstShown(FxRobot robot) {
    List<String> hidden =
        List.of("steps-figure", "negative", "style-list", "source-name", "queue", "save", "info");
    assertThat(hidden).allSatisfy(id -> assertThat(window.scene.lookup("#" + id)).isNull());
    robot.clickOn("#add-style");
    assertThat(window.node("style-search").isFocused()).isTrue();
    robot.push(KeyCode.ESCAPE);
    robot.clickOn("#panel-drawer");
    assertThat(window.node("queue").isVisible()).isTrue();
    robot.clickOn("#prompt").write("a fox");
    window.drawOne(robot);
    assertThat(window.node("save").isVisible()).isTrue();
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.L).push(KeyCode.I);
    assertThat(window.scene.lookup("#info")).isNotNull();
  }

  @Test
  void saysTwoLinesOfALongNotice(FxRobot robot) {
    window.services.notices =
        List.of(new Notice(Notice.Kind.EXTRA_NETWORKS_LEFT_OUT, "<lora:ink:0.8> ".repeat(40)));
    robot.write("a fox");
    window.drawOne(robot);
    Label told = (Label) window.node("picture-notices");
    double line = told.getFont().getSize();
    assertThat(told.isVisible()).isTrue();
    assertThat(told.getHeight()).isBetween(2 * line, 3 * line);
    assertThat(told.getAccessibleHelp()).isEqualTo(told.getText());
  }
}
