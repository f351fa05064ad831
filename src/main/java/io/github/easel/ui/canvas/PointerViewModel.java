package io.github.easel.ui.canvas;

import io.github.easel.canvas.Brush;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Compositor;
import io.github.easel.canvas.Cover;
import io.github.easel.canvas.Ink;
import io.github.easel.canvas.Wand;
import io.github.easel.ui.canvas.FrameGesture.Grip;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** What becomes of a button of the pointer that goes down on the canvas, is dragged and let go. */
final class PointerViewModel {

  private final Sheet sheet;
  private final ToolsViewModel tools;
  private final ReadOnlyBooleanWrapper painting = new ReadOnlyBooleanWrapper();
  private @Nullable Gesture gesture;

  PointerViewModel(Sheet sheet, ToolsViewModel tools) {
    this.sheet = sheet;
    this.tools = tools;
    sheet.onInterrupt(this::interrupt);
  }

  private void interrupt() {
    Gesture ended = gesture;
    gesture = null;
    painting.set(false);
    if (ended != null) {
      ended.interrupted();
    }
  }

  /**
   * The button went down.
   *
   * @param picks whether the colour there is taken, whatever the tool (Alt)
   */
  void press(Point point, boolean picks) {
    cancel();
    if (sheet.busy().get()) {
      return;
    }
    Tool tool = tools.tool().get();
    if (tool == Tool.PICKER || (picks && (tool == Tool.BRUSH || tool == Tool.FILL))) {
      begin(new PickGesture(), point);
      return;
    }
    switch (tool) {
      case BRUSH, ERASER -> begin(new StrokeGesture(sheet, brush(tool)), point);
      case RECTANGLE, ELLIPSE, LASSO, CROP ->
          begin(new ShapeGesture(sheet, tool, ink(tools.takesAway().get()), point), point);
      case MOVE -> begin(new MoveGesture(sheet, point), point);
      case FRAME -> grip(Grip.INSIDE, point);
      case WAND -> take(point, ink(tools.takesAway().get()));
      case FILL -> take(point, ink(false));
      case PICKER, HAND -> {} // dealt with before, or by what is seen
    }
  }

  /** Holds the frame there. */
  void grip(Grip grip, Point point) {
    cancel();
    if (!sheet.busy().get()) {
      begin(new FrameGesture(sheet, grip, point), point);
    }
  }

  private void begin(Gesture now, Point point) {
    gesture = now;
    painting.set(true);
    now.to(point);
  }

  private Brush brush(Tool tool) {
    return new Brush(
        tools.size().get(),
        tools.hardness().get(),
        tools.opacity().get(),
        1,
        ink(tool == Tool.ERASER));
  }

  private Ink ink(boolean erases) {
    if (erases) {
      return Ink.ERASER;
    }
    return onMask() ? Ink.MASK : Ink.of(tools.argb());
  }

  private boolean onMask() {
    return sheet.settled().active().equals(Canvas.MASK);
  }

  /**
   * Paints all that looks like the pixel there and is joined to it, as far as there is anything.
   */
  private void take(Point point, Ink ink) {
    int tolerance = (int) Math.round(255 * tools.tolerance().get());
    sheet.later(
        canvas -> {
          Cover cover =
              Wand.at(
                  canvas,
                  point.column(),
                  point.row(),
                  tolerance,
                  canvas.extent().or(canvas.frame()));
          return cover.area().empty() ? canvas : ShapeGesture.painted(canvas, cover, ink);
        });
  }

  /** The pointer went on with its button down. */
  void drag(Point point) {
    if (gesture != null) {
      gesture.to(point);
    }
  }

  /** The button was let go. */
  void release(Point point) {
    Gesture ended = gesture;
    gesture = null;
    painting.set(false);
    if (ended != null) {
      ended.to(point);
      ended.end();
    }
  }

  /** Whether something was under way; it is undone. */
  boolean cancel() {
    Gesture ended = gesture;
    gesture = null;
    painting.set(false);
    if (ended != null) {
      ended.cancel();
    }
    return ended != null;
  }

  /** Whether something is under way. */
  ReadOnlyBooleanProperty painting() {
    return painting.getReadOnlyProperty();
  }

  /** Takes the colour under the pointer, as all visible layers show it. */
  private final class PickGesture implements Gesture {

    @Override
    public void to(Point point) {
      int argb = Compositor.colourAt(sheet.settled(), point.column(), point.row());
      if (argb != 0) {
        tools.colour().set(Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255));
      }
    }

    @Override
    public void end() {
      // it is taken already
    }

    @Override
    public void cancel() {
      // likewise
    }
  }
}
