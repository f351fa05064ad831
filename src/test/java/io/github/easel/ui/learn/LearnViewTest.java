package io.github.easel.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.PixelImage;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.theme.Theme;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The page as a user meets it, over the starter model. */
@ExtendWith(ApplicationExtension.class)
class LearnViewTest {

  private static final int STEPS = 6;

  private LearnStage window;

  @BeforeEach
  void openWindow() {
    window =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () ->
                new LearnStage(new javafx.stage.Stage(), Theme.LIGHT, Language.ENGLISH, 740, 700));
    LearnStage.await(() -> window.learn.noising().noised().get() != null);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void pullsAPictureUnderByKeysAndByTheCurve(FxRobot robot) {
    assertThat(window.text("formula-numbers"))
        .startsWith("At t = 299 that is")
        .contains("× picture")
        .contains("× noise");
    PixelImage before = window.learn.noising().noised().get();
    robot.interact(() -> window.slider("noising-slider").requestFocus());
    robot.push(KeyCode.RIGHT);
    assertThat(window.learn.noising().timestep().get()).isEqualTo(309);
    LearnStage.await(() -> !window.learn.noising().noised().get().equals(before));
    robot.push(KeyCode.END);
    assertThat(window.text("formula-numbers")).startsWith("At t = 999 that is   0.0");
    robot.clickOn("#curve");
    assertThat(window.learn.noising().timestep().get()).isBetween(480, 520);
    assertThat(window.slider("noising-slider").getValue())
        .isEqualTo(window.learn.noising().timestep().get());
  }

  @Test
  void playsBySpaceAndStopsByTheButton(FxRobot robot) {
    robot.interact(() -> window.slider("noising-slider").requestFocus());
    robot.push(KeyCode.SPACE);
    assertThat(window.learn.noising().playing().get()).isTrue();
    assertThat(window.node("noising-play").getAccessibleText()).isEqualTo("Pause");
    LearnStage.await(() -> window.learn.noising().timestep().get() > 310);
    robot.clickOn("#noising-play");
    assertThat(window.learn.noising().playing().get()).isFalse();
  }

  @Test
  void walksFromNoiseToThePicture(FxRobot robot) {
    robot.clickOn("#part-picture");
    robot.clickOn("#to-prompt");
    assertThat(window.left).containsExactly("prompt");
    window.draw("a red apple on a white background", 4, STEPS);
    LearnStage.await(() -> window.learn.steps().compared().get() != null);
    assertThat(window.text("step-sentence")).startsWith("Step 1 of 6, timestep 999: 100 %");
    robot.clickOn("#steps-next");
    assertThat(window.text("step-sentence")).startsWith("Step 2 of 6");
    robot.interact(() -> window.slider("steps-slider").requestFocus());
    robot.push(KeyCode.END);
    assertThat(window.text("step-sentence"))
        .startsWith("Step 6 of 6")
        .endsWith("What it believes now becomes your picture.");
    LearnStage.await(() -> window.learn.steps().clean().get().width() == 256);
    PixelImage without = window.learn.steps().compared().get();
    robot.clickOn("#side-difference");
    LearnStage.await(() -> !window.learn.steps().compared().get().equals(without));
    robot.clickOn("#part-noise");
    assertThat(window.learn.noising().chosen().get()).isSameAs(window.pictures.all().get(0));
    robot.clickOn("#choice-example");
    assertThat(window.learn.noising().chosen().get()).isNull();
    robot.clickOn("#learn-back");
    assertThat(window.left).containsExactly("prompt", "pictures");
  }

  @Test
  void saysWhyThereIsNothingToCompareWithoutGuidance(FxRobot robot) {
    robot.clickOn("#part-picture");
    window.draw("a cactus", 1, STEPS);
    LearnStage.await(() -> window.learn.steps().compared().get() != null);
    assertThat(window.node("side-with").getParent().isVisible()).isFalse();
    assertThat(
            robot
                .lookup(
                    "This picture was drawn without guidance: the words are followed as they are.")
                .tryQuery())
        .isPresent();
  }
}
