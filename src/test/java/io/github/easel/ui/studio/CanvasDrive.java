package io.github.easel.ui.studio;

import io.github.easel.generation.PixelImage;
import io.github.easel.ui.canvas.CanvasView;
import io.github.easel.ui.canvas.CanvasViewModel;
import io.github.easel.ui.canvas.Viewport;
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

  void click(double x, double y) {
    robot.clickOn(at(x, y));
    settle();
  }
}
