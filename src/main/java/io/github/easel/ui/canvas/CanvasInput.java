package io.github.easel.ui.canvas;

import io.github.easel.ui.canvas.FrameGesture.Grip;
import io.github.easel.ui.keys.OwnKeys;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/**
 * Brings the pointer and the keys to the canvas: the wheel zooms; two fingers, the middle button,
 * Space and the hand move what is seen; everything else is the tool's.
 */
final class CanvasInput {

  /** A notch of most wheels is 40 pixels and zooms by a fifth. */
  private static final double ZOOM_PER_PIXEL = Math.pow(1.2, 1 / 40.0);

  private final CanvasPane pane;
  private final CanvasViewModel model;
  private final FrameOverlay overlay;
  private boolean fingers;
  private boolean space;
  private boolean panning;

  /** The button that is down; others mean nothing until it is let go. */
  private MouseButton held = MouseButton.NONE;

  private double lastX;
  private double lastY;

  private CanvasInput(CanvasPane pane, CanvasViewModel model, FrameOverlay overlay) {
    this.pane = pane;
    this.model = model;
    this.overlay = overlay;
  }

  static void install(CanvasPane pane, CanvasViewModel model, FrameOverlay overlay) {
    CanvasInput input = new CanvasInput(pane, model, overlay);
    pane.addEventHandler(ScrollEvent.SCROLL_STARTED, event -> input.fingers = true);
    pane.addEventHandler(ScrollEvent.SCROLL_FINISHED, event -> input.fingers = false);
    pane.addEventHandler(ScrollEvent.SCROLL, input::scroll);
    pane.addEventHandler(ZoomEvent.ZOOM, input::pinch);
    pane.addEventHandler(MouseEvent.MOUSE_PRESSED, input::press);
    pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, input::drag);
    pane.addEventHandler(MouseEvent.MOUSE_RELEASED, input::release);
    pane.addEventHandler(MouseEvent.MOUSE_MOVED, input::move);
    pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> overlay.point(null));
    pane.addEventHandler(KeyEvent.KEY_PRESSED, input::keyPressed);
    pane.addEventHandler(KeyEvent.KEY_RELEASED, input::keyReleased);
    pane.focusedProperty().addListener(changed -> input.space = false);
    OwnKeys.claim(pane, input::claims);
    model.tools().tool().addListener(changed -> input.point());
    model.pointer().painting().addListener(changed -> input.point());
    model.sheet().busy().addListener(changed -> input.point());
    input.point();
  }

  private void scroll(ScrollEvent event) {
    boolean moves =
        event.isShiftDown() || ((fingers || event.isInertia()) && !event.isShortcutDown());
    if (moves) {
      boolean sideways = event.isShiftDown() && event.getDeltaX() == 0;
      model
          .viewport()
          .pan(sideways ? event.getDeltaY() : event.getDeltaX(), sideways ? 0 : event.getDeltaY());
    } else {
      double factor = Math.pow(ZOOM_PER_PIXEL, event.getDeltaY());
      model.viewport().by(factor, event.getX(), event.getY());
    }
    overlay.point(new Point2D(event.getX(), event.getY()));
    event.consume();
  }

  private void pinch(ZoomEvent event) {
    model.viewport().by(event.getZoomFactor(), event.getX(), event.getY());
    event.consume();
  }

  private void press(MouseEvent event) {
    event.consume();
    if (held != MouseButton.NONE && down(event)) {
      return;
    }
    held = event.getButton();
    pane.requestFocus();
    lastX = event.getX();
    lastY = event.getY();
    overlay.point(new Point2D(lastX, lastY));
    panning =
        event.getButton() == MouseButton.MIDDLE
            || (event.getButton() == MouseButton.PRIMARY
                && (space || model.tools().tool().get() == Tool.HAND));
    if (!panning && event.getButton() == MouseButton.PRIMARY) {
      Optional<Grip> grip =
          model.tools().tool().get() == Tool.FRAME
              ? overlay.gripAt(event.getX(), event.getY())
              : Optional.empty();
      if (model.tools().tool().get() != Tool.FRAME) {
        model.pointer().press(point(event), event.isAltDown());
      } else if (grip.isPresent()) {
        model.pointer().grip(grip.get(), point(event));
      }
    }
    point();
  }

  /** Whether the held button is down still; it may have been let go where nobody told of it. */
  private boolean down(MouseEvent event) {
    return switch (held) {
      case PRIMARY -> event.isPrimaryButtonDown() && event.getButton() != MouseButton.PRIMARY;
      case SECONDARY -> event.isSecondaryButtonDown() && event.getButton() != MouseButton.SECONDARY;
      case MIDDLE -> event.isMiddleButtonDown() && event.getButton() != MouseButton.MIDDLE;
      default -> false;
    };
  }

  private void drag(MouseEvent event) {
    if (panning) {
      model.viewport().pan(event.getX() - lastX, event.getY() - lastY);
    } else {
      model.pointer().drag(point(event));
    }
    lastX = event.getX();
    lastY = event.getY();
    overlay.point(new Point2D(lastX, lastY));
    event.consume();
  }

  private void release(MouseEvent event) {
    event.consume();
    if (event.getButton() != held) {
      return;
    }
    held = MouseButton.NONE;
    if (!panning) {
      boolean frame = model.tools().tool().get() == Tool.FRAME && model.pointer().painting().get();
      model.pointer().release(point(event));
      if (frame) {
        model.bringFrameIn();
      }
    }
    panning = false;
    point();
  }

  private void move(MouseEvent event) {
    overlay.point(new Point2D(event.getX(), event.getY()));
    if (model.tools().tool().get() == Tool.FRAME && !space) {
      pane.setCursor(
          overlay
              .gripAt(event.getX(), event.getY())
              .map(CanvasInput::cursor)
              .orElse(Cursor.DEFAULT));
    }
  }

  private static Cursor cursor(Grip grip) {
    return switch (grip) {
      case INSIDE -> Cursor.MOVE;
      case LEFT, RIGHT -> Cursor.H_RESIZE;
      case TOP, BOTTOM -> Cursor.V_RESIZE;
      case TOP_LEFT, BOTTOM_RIGHT -> Cursor.NW_RESIZE;
      case TOP_RIGHT, BOTTOM_LEFT -> Cursor.NE_RESIZE;
    };
  }

  /** Shows by the pointer what it does now. */
  private void point() {
    pane.setCursor(
        model.sheet().busy().get()
            ? Cursor.WAIT
            : panning
                ? Cursor.CLOSED_HAND
                : space
                    ? Cursor.OPEN_HAND
                    : switch (model.tools().tool().get()) {
                      case HAND -> Cursor.OPEN_HAND;
                      case MOVE -> Cursor.MOVE;
                      case FRAME -> Cursor.DEFAULT;
                      default -> Cursor.CROSSHAIR;
                    });
  }

  private Point point(MouseEvent event) {
    Viewport.View view = model.viewport().view().get();
    return new Point(
        view.column(event.getX()),
        view.row(event.getY()),
        event.isShiftDown(),
        event.isShortcutDown());
  }

  /** Arrows move what the tool is for, and Escape what is under way. */
  private boolean claims(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      return model.pointer().painting().get();
    }
    Tool tool = model.tools().tool().get();
    return event.getCode() == KeyCode.SPACE
        || (event.getCode().isArrowKey() && (tool == Tool.FRAME || tool == Tool.MOVE));
  }

  private void keyPressed(KeyEvent event) {
    if (!claims(event)) {
      return;
    }
    if (event.getCode() == KeyCode.SPACE) {
      space = true;
      point();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      model.pointer().cancel();
    } else {
      int right = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
      int down = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
      model.nudge(right, down, event.isShortcutDown(), event.isShiftDown());
    }
    event.consume();
  }

  private void keyReleased(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      space = false;
      point();
      event.consume();
    }
  }
}
