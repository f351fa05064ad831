package io.github.easel.ui.studio;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Compositor;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.canvas.CanvasView;
import io.github.easel.ui.canvas.CanvasViewModel;
import io.github.easel.ui.canvas.Viewport;
import io.github.easel.ui.compose.Verb;
import io.github.easel.ui.keys.Command;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Works on the canvas of a window with pointer and keys, in pixels of the canvas. */
final class CanvasDrive {

  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(60);

  private final StudioStage window;
  private final FxRobot robot;

  CanvasDrive(StudioStage window, FxRobot robot) {
    this.window = window;
    this.robot = robot;
  }

  CanvasViewModel model() {
    return window.studio.canvas();
  }

  void run(Command command) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> window.studio.commands().run(command));
    settle();
  }

  /** Puts a picture on a new canvas. */
  void put(PixelImage picture) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> model().edit(picture, "apple.png"));
    settle();
  }

  /** Waits until nothing is under way and all is drawn. */
  void settle() {
    WaitForAsyncUtils.waitForFxEvents();
    StudioStage.await(
        () ->
            !model().busy().get()
                && window.scene.lookup(".canvas-view") instanceof CanvasView view
                && view.settled());
  }

  /** Where a pixel of the canvas is on the screen. */
  Point2D at(double x, double y) {
    return WaitForAsyncUtils.waitForAsyncFx(
        PATIENCE,
        () -> {
          Node pane = window.node("canvas-pane");
          Viewport.View view = model().viewport().view().get();
          return pane.localToScreen(
              (x - view.left()) * view.scale() / view.density(),
              (y - view.top()) * view.scale() / view.density());
        });
  }

  /** Drags from point to point: x, y, x, y and so on. */
  void stroke(double... places) {
    robot.moveTo(at(places[0], places[1])).press(MouseButton.PRIMARY);
    for (int i = 2; i < places.length; i += 2) {
      robot.moveTo(at(places[i], places[i + 1]));
    }
    robot.release(MouseButton.PRIMARY);
    settle();
  }

  void prompt(String text) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> window.studio.compose().prompt().set(text));
  }

  /** Waits until the button says so. */
  void verb(Verb verb) {
    StudioStage.await(() -> window.studio.action().verb().get() == verb);
  }

  /** Presses the button, and lets these come of it. */
  void generate(PixelImage... results) {
    int before = window.services.requests.size();
    WaitForAsyncUtils.waitForAsyncFx(
        PATIENCE,
        () -> {
          window.studio.compose().count().set(results.length);
          window.studio.action().generate(false);
        });
    for (PixelImage result : results) {
      window.services.finish(result);
    }
    StudioStage.await(() -> window.services.requests.size() == before + results.length);
    StudioStage.await(
        () ->
            window.studio.line().running().get() == null
                && model().staging().snapshot().size() >= results.length);
    settle();
  }

  /** Places the frame. */
  void frame(int x, int y, int width, int height) {
    WaitForAsyncUtils.waitForAsyncFx(
        PATIENCE, () -> model().frame().place(new Area(x, y, width, height)));
    settle();
  }

  /** What is seen of the canvas, without what waits over it. */
  PixelImage picture(Area area) {
    return WaitForAsyncUtils.waitForAsyncFx(
        PATIENCE, () -> Compositor.flattened(model().canvas().get(), area));
  }

  void click(double x, double y) {
    robot.clickOn(at(x, y));
    settle();
  }
}
