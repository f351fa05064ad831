package io.github.easel.ui.viewer;

import java.util.function.DoubleUnaryOperator;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

/**
 * Zooms and moves by wheel, fingers and drag. The wheel zooms; two fingers on a touchpad, and the
 * wheel with Shift, move what is larger than its room.
 */
final class ZoomInput {

  /** A notch of most wheels is 40 pixels and zooms by a fifth. */
  private static final double ZOOM_PER_PIXEL = Math.pow(1.2, 1 / 40.0);

  private final Region canvas;
  private final ZoomModel zoom;
  private final DoubleUnaryOperator inRoom;
  private boolean fingers;
  private boolean moved;
  private double lastX;
  private double lastY;

  private ZoomInput(Region canvas, ZoomModel zoom, DoubleUnaryOperator inRoom) {
    this.canvas = canvas;
    this.zoom = zoom;
    this.inRoom = inRoom;
  }

  /**
   * Lets the canvas be zoomed and moved.
   *
   * @param inRoom the place in the zoom's room of a place on the canvas, from left to right
   */
  static void install(Region canvas, ZoomModel zoom, DoubleUnaryOperator inRoom) {
    ZoomInput input = new ZoomInput(canvas, zoom, inRoom);
    canvas.addEventHandler(ScrollEvent.SCROLL_STARTED, event -> input.fingers = true);
    canvas.addEventHandler(ScrollEvent.SCROLL_FINISHED, event -> input.fingers = false);
    canvas.addEventHandler(ScrollEvent.SCROLL, input::scroll);
    canvas.addEventHandler(ZoomEvent.ZOOM, input::pinch);
    canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, input::press);
    canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, input::drag);
    canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, input::release);
    canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, input::click);
    zoom.place().addListener(changed -> input.point());
  }

  private void point() {
    canvas.setCursor(zoom.larger() ? Cursor.OPEN_HAND : Cursor.DEFAULT);
  }

  private void scroll(ScrollEvent event) {
    boolean moves =
        event.isShiftDown() || ((fingers || event.isInertia()) && !event.isShortcutDown());
    if (!moves) {
      double factor = Math.pow(ZOOM_PER_PIXEL, event.getDeltaY());
      zoom.by(factor, inRoom.applyAsDouble(event.getX()), event.getY());
    } else if (zoom.larger()) {
      boolean sideways = event.isShiftDown() && event.getDeltaX() == 0;
      zoom.pan(sideways ? event.getDeltaY() : event.getDeltaX(), sideways ? 0 : event.getDeltaY());
    }
    event.consume();
  }

  private void pinch(ZoomEvent event) {
    zoom.by(event.getZoomFactor(), inRoom.applyAsDouble(event.getX()), event.getY());
    event.consume();
  }

  private void press(MouseEvent event) {
    canvas.requestFocus();
    moved = false;
    lastX = event.getX();
    lastY = event.getY();
  }

  private void drag(MouseEvent event) {
    if (event.getButton() == MouseButton.SECONDARY) {
      return;
    }
    moved = moved || !event.isStillSincePress();
    if (moved && zoom.larger()) {
      zoom.pan(event.getX() - lastX, event.getY() - lastY);
      canvas.setCursor(Cursor.CLOSED_HAND);
    }
    lastX = event.getX();
    lastY = event.getY();
  }

  private void release(MouseEvent event) {
    point();
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !moved) {
      zoom.toggle(inRoom.applyAsDouble(event.getX()), event.getY());
    }
  }
}
