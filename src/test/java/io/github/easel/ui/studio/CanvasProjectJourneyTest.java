package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalCanvasService;
import io.github.easel.canvas.Area;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.keys.Command;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Projects that are opened over a canvas, and a second program. */
@ExtendWith(ApplicationExtension.class)
class CanvasProjectJourneyTest {

  private static final PixelImage SEA = FakeServices.gradient(128, 128);
  private static final Area PICTURE = new Area(0, 0, 128, 128);

  @TempDir private Path folder;

  private void painted(CanvasDrive drive, FxRobot robot) {
    drive.run(Command.CANVAS);
    drive.put(SEA);
    robot.interact(() -> drive.model().project().save(folder.resolve("sea.easel")));
    StudioStage.await(() -> drive.model().project().file().get() != null);
    drive.run(Command.RECTANGLE);
    drive.stroke(20, 20, 60, 60);
  }

  @ParameterizedTest
  @CsvSource({
    "1440, 900, light, en",
    "1440, 900, dark, ka",
    "1100, 700, dark, en",
    "1100, 700, light, ka"
  })
  void aProjectAsksBeforeItTakesThePlaceOfTheCanvas(
      int width, int height, String theme, String language, FxRobot robot) {
    String name = "%dx%d-%s-%s-project-".formatted(width, height, theme, language);
    try (StudioStage window = StudioStage.show(width, height, theme, language);
        LocalCanvasService store = new LocalCanvasService(folder.resolve("canvas"))) {
      window.services.canvas = store;
      window.open();
      CanvasDrive drive = new CanvasDrive(window, robot);
      painted(drive, robot);
      robot.interact(() -> drive.model().project().open(folder.resolve("sea.easel")));
      StudioStage.await(() -> window.node("replace").isVisible());
      Screenshots.shoot(window, name + "1-asks");

      robot.interact(() -> window.node("canvas-pane").requestFocus());
      robot.push(KeyCode.ESCAPE);
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(window.node("replace").isVisible()).as("Escape keeps the canvas").isFalse();
      assertThat(drive.model().canvas().get().mask().raster().clear()).isFalse();

      robot.interact(() -> drive.model().project().open(folder.resolve("sea.easel")));
      StudioStage.await(() -> window.node("replace").isVisible());
      robot.clickOn("#replace-open");
      drive.settle();
      assertThat(window.node("replace").isVisible()).isFalse();
      assertThat(drive.model().canvas().get().mask().raster().clear()).isTrue();
      assertThat(drive.picture(PICTURE)).isEqualTo(SEA);
    }
  }

  @ParameterizedTest
  @CsvSource({"1440, 900, light, en", "1100, 700, dark, ka"})
  void aSecondProgramSaysOnceThatItHasACanvasOfItsOwn(
      int width, int height, String theme, String language, FxRobot robot) {
    String name = "%dx%d-%s-%s-project-".formatted(width, height, theme, language);
    try (LocalCanvasService first = new LocalCanvasService(folder.resolve("canvas"));
        LocalCanvasService second = new LocalCanvasService(folder.resolve("canvas"));
        StudioStage window = StudioStage.show(width, height, theme, language)) {
      first.open();
      window.services.canvas = second;
      window.open();
      CanvasDrive drive = new CanvasDrive(window, robot);
      drive.run(Command.CANVAS);
      StudioStage.await(() -> window.node("beside").isVisible());
      Screenshots.shoot(window, name + "2-beside");
      robot.clickOn("#beside-understood");
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(window.node("beside").isVisible()).isFalse();
      drive.stroke(60, 20, 100, 20);
      assertThat(drive.model().bare()).isFalse();
    }
  }
}
