package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.ui.Shots;
import io.github.easel.ui.teach.FakeTraining;
import io.github.easel.ui.teach.Obstacle;
import io.github.easel.ui.teach.TeachViewModel;
import io.github.easel.ui.teach.TrainingViewModel.State;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Teaching as a user meets it; its pictures are kept with {@code -Deasel.screenshots=FOLDER}. */
@ExtendWith(ApplicationExtension.class)
class TeachJourneyTest {

  private static final int COLOURS = 8;

  @ParameterizedTest
  @CsvSource({"1440, 900, light, en", "1100, 700, dark, ka"})
  void teachesAWordAndUsesIt(int width, int height, String theme, String language, FxRobot robot) {
    String name = "teach-%dx%d-%s-%s-".formatted(width, height, theme, language);
    FakeTraining training = new FakeTraining();
    training.pictures = step -> Screenshots.picture(step / 50);
    training.stopAt = 120;
    try (StudioStage window = StudioStage.show(width, height, theme, language)) {
      window.services.training = training;
      window.services.trainingNotes = training;
      window.open();
      TeachViewModel teach = window.studio.teach();
      robot.clickOn(window.node("page-teach"));
      StudioStage.await(() -> teach.obstacle().get() == Obstacle.NO_NAME);
      assertThat(window.node("teach-start").isDisabled()).isTrue();
      Shots.take(window.scene, name + "1-empty", COLOURS);
      robot.clickOn(window.node("teach-word")).write("my-cat");
      robot.interact(
          () ->
              teach
                  .pictures()
                  .add(List.of(Path.of("told.png"), Path.of("b.jpg"), Path.of("c.png"))));
      StudioStage.await(() -> teach.obstacle().get() == Obstacle.NONE);
      robot.interact(() -> window.node("teach-more").requestFocus());
      robot.push(javafx.scene.input.KeyCode.SPACE);
      robot.interact(
          () -> ((javafx.scene.control.TextField) window.node("teach-seed")).setText("77"));
      assertThat(teach.subject().seed().get()).isEqualTo(77);
      robot.interact(
          () -> ((javafx.scene.control.TextField) window.node("teach-seed")).appendText("x"));
      assertThat(teach.subject().seed().get()).isEqualTo(77);
      StudioStage.await(() -> teach.obstacle().get() == Obstacle.NONE);
      Shots.take(window.scene, name + "2-ready", COLOURS);
      robot.interact(((Button) window.node("teach-start"))::fire);
      StudioStage.await(() -> teach.training().state().get() == State.STOPPED);
      training.stopAt = Integer.MAX_VALUE;
      StudioStage.await(() -> teach.obstacle().get() == Obstacle.NONE);
      robot.interact(((Button) window.node("teach-start"))::fire);
      StudioStage.await(() -> teach.training().state().get() == State.DONE);
      assertThat(teach.training().losses()).hasSize(600);
      robot.interact(() -> window.node("teach-use").requestFocus());
      robot.interact(
          () ->
              ((javafx.scene.control.ScrollPane) window.scene.lookup(".teach-scroll"))
                  .setVvalue(1));
      Shots.take(window.scene, name + "3-done", COLOURS);
      robot.interact(((javafx.scene.control.ToggleButton) window.node("checkpoint-100"))::fire);
      robot.interact(((Button) window.node("teach-use"))::fire);
      StudioStage.await(() -> window.studio.layout().page().get() == Page.VIEWER);
      assertThat(window.studio.compose().prompt().get()).isEqualTo("my-cat");
      assertThat(training.used).extracting(one -> one.step()).containsExactly(100);
    }
  }
}
