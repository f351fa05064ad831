package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.ui.learn.Details;
import io.github.easel.ui.learn.LearnViewModel;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** From the prompt to how it works and back. */
@ExtendWith(ApplicationExtension.class)
class LearnJourneyTest {

  private static final int STEPS = 5;

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

  @Test
  void drawsAndSeesHow(FxRobot robot) {
    robot.write("a red fox");
    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    for (int step = 1; step <= STEPS; step++) {
      window.services.detail(Details.of(step, STEPS, true));
    }
    window.services.finish();
    StudioStage.await(() -> window.studio.pictures().shown().get() != null);
    StudioStage.await(() -> window.studio.line().running().get() == null);

    robot.push(KeyCode.F2);
    LearnViewModel learn = window.studio.learn();
    StudioStage.await(() -> learn.noising().noised().get() != null);
    assertThat(learn.noising().chosen().get()).isSameAs(window.studio.pictures().shown().get());
    robot.interact(() -> window.node("noising-slider").requestFocus());
    robot.push(KeyCode.HOME);
    robot.push(KeyCode.RIGHT);
    assertThat(learn.noising().timestep().get()).isEqualTo(10);

    robot.clickOn("#part-picture");
    StudioStage.await(() -> learn.steps().compared().get() != null);
    assertThat(window.text("step-sentence")).startsWith("Step 1 of 5");
    robot.clickOn("#steps-next");
    robot.clickOn("#steps-next");
    assertThat(window.text("step-sentence")).startsWith("Step 3 of 5");

    robot.push(KeyCode.ESCAPE);
    assertThat(window.studio.layout().page().get()).isEqualTo(Page.VIEWER);
    assertThat(window.studio.failures().failure().get()).isNull();
  }

  @Test
  void goesToThePromptWhileThereIsNothingToSee(FxRobot robot) {
    robot.clickOn("#page-learn");
    robot.clickOn("#part-picture");
    robot.clickOn("#to-prompt");
    assertThat(window.studio.layout().page().get()).isEqualTo(Page.VIEWER);
    robot.write("a fox");
    assertThat(window.studio.compose().prompt().get()).isEqualTo("a fox");
  }
}
