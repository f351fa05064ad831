package io.github.easel.ui.viewer;

import io.github.easel.ui.text.Messages;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The line between two pictures of which each shows on one side; it is dragged, or moved by keys.
 */
final class Divider extends Region {

  /** So far from the line, in pixels, the pointer can take hold of it. */
  static final double REACH = 14;

  private static final double STEP = 0.02;

  private final DoubleProperty share;
  private final ObservableDoubleValue room;
  private final Region line = new Region();
  private final Region knob = new Region();

  /**
   * @param share where it stands, 0 (left) to 1
   * @param room the width that it moves over
   */
  Divider(DoubleProperty share, ObservableDoubleValue room, Messages messages) {
    this.share = share;
    this.room = room;
    line.getStyleClass().add("divider-line");
    knob.getStyleClass().add("divider-knob");
    getStyleClass().add("compare-divider");
    getChildren().addAll(line, knob);
    setId("compare-divider");
    setManaged(false);
    setCursor(Cursor.H_RESIZE);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.THUMB);
    accessibleTextProperty().bind(messages.text("compare.divider"));
    addEventHandler(MouseEvent.ANY, this::mouse);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void mouse(MouseEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
      requestFocus();
    } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
      move((getLayoutX() + event.getX()) / room.get());
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT, DOWN -> move(share.get() - STEP);
      case RIGHT, UP -> move(share.get() + STEP);
      case HOME -> move(0);
      case END -> move(1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(double wanted) {
    share.set(Math.max(0, Math.min(1, wanted)));
  }

  @Override
  protected void layoutChildren() {
    line.resizeRelocate(REACH - 1, 0, 2, getHeight());
    double size = 2 * (REACH - 2);
    knob.resizeRelocate(2, getHeight() / 2 - size / 2, size, size);
  }
}
