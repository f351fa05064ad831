package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalCanvasService;
import io.github.easel.canvas.Area;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.UnderMask;
import io.github.easel.settings.Session;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.compose.Verb;
import io.github.easel.ui.keys.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What people come to the canvas for, from beginning to end. */
@ExtendWith(ApplicationExtension.class)
class CanvasJourneyTest {

  private static final Area PICTURE = new Area(0, 0, 128, 128);

  private final FakeServices services = new FakeServices(FakeServices.STARTER);
  private StudioStage window;
  private CanvasDrive drive;

  @BeforeEach
  void openCanvas(FxRobot robot) {
    start(Session.NEW, robot);
    drive.run(Command.CANVAS);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void anAppleBecomesAnOrangeAndNothingElseChanges() {
    PixelImage apple = FakeServices.gradient(128, 128);
    drive.put(apple);
    drive.verb(Verb.REFINE);
    drive.run(Command.BRUSH);
    drive.stroke(40, 40, 80, 40, 80, 80);
    drive.verb(Verb.FILL);
    assertThat(window.text("act")).isEqualTo("Fill");
    drive.prompt("an orange");
    PixelImage orange = plain(128, 128, 240, 140, 20);
    drive.generate(orange);
    assertThat(drive.picture(PICTURE)).as("nothing changes before it is accepted").isEqualTo(apple);

    Draft.Start start = drive.model().staging().snapshot().get(0);
    assertThat(start.place())
        .isEqualTo(new Draft.Place(drive.model().canvas().get().id(), 0, 0, 128, 128));
    assertThat(start.strength()).as("enough for another thing in its place").isEqualTo(0.9);
    assertThat(window.studio.compose().start().strength().get()).isEqualTo(0.6);
    Mask mask = services.sources.mask(Path.of(start.masked().mask()));
    assertThat(mask.at(60, 40)).isEqualTo(255);
    assertThat(mask.at(10, 110)).isZero();

    drive.run(Command.ACCEPT);
    PixelImage now = drive.picture(PICTURE);
    assertThat(now.argb(60, 40)).isEqualTo(0xFFF08C14);
    int reach = (int) Math.ceil(3 * start.masked().blur()) + Math.max(0, start.masked().grow());
    assertThat(changed(apple, now))
        .isNotEmpty()
        .as("masked, or in the soft edge of what is")
        .allMatch(pixel -> masked(mask, pixel, reach));
    assertThat(drive.model().staging().snapshot()).isEmpty();
    drive.verb(Verb.FILL); // the mask stays

    drive.run(Command.UNDO);
    assertThat(drive.picture(PICTURE)).isEqualTo(apple);
    drive.run(Command.REDO);
    assertThat(drive.picture(PICTURE)).isEqualTo(now);
  }

  @Test
  void aThingIsRemovedByTheColoursRoundAbout(FxRobot robot) {
    drive.put(FakeServices.gradient(128, 128));
    drive.run(Command.LASSO);
    drive.stroke(40, 40, 90, 40, 90, 90, 40, 90);
    drive.verb(Verb.FILL);
    robot.clickOn("#content-fill");
    drive.prompt("an empty meadow");
    drive.generate(plain(128, 128, 90, 160, 60));
    Draft.Masked masked = drive.model().staging().snapshot().get(0).masked();
    assertThat(masked.content()).isEqualTo(UnderMask.FILL.label());
    robot.clickOn("#staging-accept");
    drive.settle();
    assertThat(drive.picture(PICTURE).argb(65, 65)).isEqualTo(0xFF5AA03C);
  }

  @Test
  void aSceneGoesOnToTheRightTwice() {
    PixelImage scene = FakeServices.gradient(128, 128);
    drive.put(scene);
    for (int i = 1; i <= 2; i++) {
      drive.frame(64 * i, 0, 128, 128);
      drive.verb(Verb.EXPAND);
      drive.prompt("more of the sea");
      drive.generate(plain(128, 128, 10 * i, 20, 200));
      assertThat(drive.model().staging().snapshot().get(0).strength()).isEqualTo(1);
      drive.run(Command.ACCEPT);
    }
    assertThat(drive.model().canvas().get().extent().right()).isGreaterThanOrEqualTo(256);
    PixelImage wide = drive.picture(new Area(0, 0, 256, 128));
    assertThat(wide.argb(5, 5)).isEqualTo(scene.argb(5, 5));
    assertThat(wide.argb(140, 64)).as("beyond the second seam").isEqualTo(0xFF0A14C8);
    assertThat(wide.argb(250, 64)).isEqualTo(0xFF1414C8);
    drive.frame(0, 0, 256, 128);
    drive.verb(Verb.REFINE);
  }

  @Test
  void extendingSaysThatItMakesTheMaskedPartAnewAsWell(FxRobot robot) {
    drive.put(FakeServices.gradient(128, 128));
    drive.frame(64, 0, 128, 128);
    drive.verb(Verb.EXPAND);
    assertThat(window.node("remake").getParent().isVisible()).isFalse();
    drive.run(Command.LASSO);
    drive.stroke(70, 40, 110, 40, 110, 90, 70, 90);
    StudioStage.await(() -> window.node("remake").getParent().isVisible());
    robot.clickOn("#remake-clear");
    drive.settle();
    StudioStage.await(() -> !window.node("remake").getParent().isVisible());
    assertThat(drive.model().canvas().get().mask().raster().clear()).isTrue();
    drive.verb(Verb.EXPAND);
  }

  @Test
  void aSketchIsRefinedAndCanStayUnderTheResult(FxRobot robot) {
    drive.verb(Verb.GENERATE);
    drive.run(Command.RECTANGLE);
    robot.clickOn("#swatch-b3312c");
    drive.stroke(20, 60, 100, 120);
    drive.verb(Verb.REFINE);
    drive.prompt("a red house");
    PixelImage house = plain(128, 128, 170, 60, 50);
    drive.frame(0, 0, 128, 128);
    drive.generate(house, house);
    assertThat(window.text("staging-figure")).isEqualTo("2 of 2");
    window.scene.getRoot();
    robot.clickOn("#staging-previous");
    assertThat(window.text("staging-figure")).isEqualTo("1 of 2");
    int layers = drive.model().canvas().get().layers().size();
    robot.clickOn("#staging-layer");
    drive.settle();
    assertThat(drive.model().canvas().get().layers()).hasSize(layers + 1);
    assertThat(drive.picture(PICTURE)).isEqualTo(house);
    assertThat(drive.model().staging().snapshot()).hasSize(1);
  }

  @Test
  void theCanvasItsUndoAndWhatWaitsComeBackAfterTheProgramWasKilled(
      @TempDir Path folder, FxRobot robot) {
    window.close();
    LocalCanvasService first = new LocalCanvasService(folder.resolve("canvas"));
    services.canvas = first;
    start(Session.NEW, robot);
    drive.run(Command.CANVAS);
    PixelImage scene = FakeServices.gradient(128, 128);
    drive.put(scene);
    drive.run(Command.LASSO);
    drive.stroke(40, 40, 90, 40, 90, 90, 40, 90);
    drive.verb(Verb.FILL);
    drive.prompt("an orange");
    drive.generate(plain(128, 128, 240, 140, 20));
    Session last = window.sessions.get(window.sessions.size() - 1);
    window.close();
    first.close();

    LocalCanvasService second = new LocalCanvasService(folder.resolve("canvas"));
    services.canvas = second;
    start(last, robot);
    StudioStage.await(() -> drive.model().staging().snapshot().size() == 1);
    StudioStage.await(() -> window.node("staging").isVisible());
    drive.settle();
    drive.verb(Verb.FILL);
    assertThat(drive.picture(PICTURE)).isEqualTo(scene);
    drive.run(Command.ACCEPT);
    assertThat(drive.picture(PICTURE).argb(65, 65)).isEqualTo(0xFFF08C14);
    drive.run(Command.UNDO);
    drive.run(Command.UNDO);
    drive.verb(Verb.REFINE); // the mask is not painted yet
    second.close();
  }

  private void start(Session session, FxRobot robot) {
    window =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000, () -> new StudioStage(new Stage(), Settings.DEFAULTS, session, services));
    window.open();
    drive = new CanvasDrive(window, robot);
  }

  @Test
  void keysMeanToolsOnTheCanvasAndSettingsInTheViewer(FxRobot robot) {
    robot.interact(() -> window.node("canvas-pane").requestFocus());
    robot.push(KeyCode.E);
    assertThat(drive.model().tools().tool().get().name()).isEqualTo("ERASER");
    double before = drive.model().tools().size().get();
    robot.push(KeyCode.CLOSE_BRACKET);
    assertThat(drive.model().tools().size().get()).isGreaterThan(before);
    robot.push(KeyCode.X);
    assertThat(drive.model().tools().colour().get()).isEqualTo(javafx.scene.paint.Color.WHITE);
    robot.interact(() -> window.node("prompt").requestFocus());
    robot.write("b");
    assertThat(drive.model().tools().tool().get().name()).isEqualTo("ERASER");
    assertThat(window.studio.compose().prompt().get()).isEqualTo("b");
  }

  @Test
  void otherButtonsMeanNothingDuringAStroke(FxRobot robot) {
    drive.put(FakeServices.gradient(128, 128));
    drive.run(Command.MASK);
    drive.run(Command.BRUSH);
    robot.moveTo(drive.at(20, 60)).press(MouseButton.PRIMARY).moveTo(drive.at(60, 60));
    robot.press(MouseButton.SECONDARY).release(MouseButton.SECONDARY);
    robot.press(MouseButton.MIDDLE).release(MouseButton.MIDDLE);
    robot.moveTo(drive.at(100, 60)).release(MouseButton.PRIMARY);
    drive.settle();
    int ink = drive.picture(PICTURE).argb(30, 60);
    assertThat(drive.picture(PICTURE).argb(95, 60)).isEqualTo(ink);
    drive.run(Command.UNDO);
    assertThat(drive.picture(PICTURE)).isEqualTo(FakeServices.gradient(128, 128));
  }

  private static List<int[]> changed(PixelImage before, PixelImage now) {
    List<int[]> changed = new ArrayList<>();
    for (int y = 0; y < before.height(); y++) {
      for (int x = 0; x < before.width(); x++) {
        if (before.argb(x, y) != now.argb(x, y)) {
          changed.add(new int[] {x, y});
        }
      }
    }
    return changed;
  }

  private static boolean masked(Mask mask, int[] pixel, int reach) {
    for (int y = Math.max(0, pixel[1] - reach); y <= pixel[1] + reach && y < mask.height(); y++) {
      for (int x = Math.max(0, pixel[0] - reach); x <= pixel[0] + reach && x < mask.width(); x++) {
        if (mask.at(x, y) != 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static PixelImage plain(int width, int height, int red, int green, int blue) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = (byte) red;
      rgb[i + 1] = (byte) green;
      rgb[i + 2] = (byte) blue;
    }
    return PixelImage.of(width, height, rgb);
  }
}
