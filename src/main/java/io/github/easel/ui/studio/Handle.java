package io.github.easel.ui.studio;

import io.github.easel.ui.control.Visibility;
import java.util.function.DoubleUnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The edge between a panel and the middle: dragged with the mouse, or moved with the arrow keys
 * while it has the focus. Two clicks, or Home, bring back the usual size.
 */
final class Handle extends Region {

  /** The width of what can be grasped; the line in it is thinner. */
  static final double GRASP = 9;

  private static final double KEY_STEP = 16;

  private final Side side;
  private final boolean upright;
  private final double sign;
  private double grabbedAt;
  private double grabbedSize;
  private DoubleUnaryOperator shownSize = asked -> asked;

  /**
   * @param along of the edge; a vertical one is moved sideways
   * @param after whether the panel lies behind the edge: to its right or under it
   */
  Handle(Side side, Orientation along, boolean after, ObservableValue<String> name) {
    this.side = side;
    upright = along == Orientation.VERTICAL;
    sign = after ? -1 : 1;
    getStyleClass().addAll("handle", upright ? "upright" : "level");
    setCursor(upright ? Cursor.H_RESIZE : Cursor.V_RESIZE);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.THUMB);
    accessibleTextProperty().bind(name);
    Visibility.when(this, side.open());
    setOnMousePressed(this::grab);
    setOnMouseDragged(event -> side.resize(grabbedSize + sign * (place(event) - grabbedAt)));
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && event.isStillSincePress()) {
            side.reset();
          }
        });
    setOnKeyPressed(this::move);
  }

  private void grab(MouseEvent event) {
    requestFocus();
    grabbedAt = place(event);
    grabbedSize = shownSize.applyAsDouble(side.size().get());
  }

  /** Tells how large the panel really is where there is less room than was asked for. */
  void shownSize(DoubleUnaryOperator size) {
    shownSize = size;
  }

  private double place(MouseEvent event) {
    return upright ? event.getSceneX() : event.getSceneY();
  }

  private void move(KeyEvent event) {
    double step =
        switch (event.getCode()) {
          case LEFT -> upright ? -KEY_STEP : 0;
          case RIGHT -> upright ? KEY_STEP : 0;
          case UP -> upright ? 0 : -KEY_STEP;
          case DOWN -> upright ? 0 : KEY_STEP;
          default -> 0;
        };
    if (step != 0) {
      side.resize(shownSize.applyAsDouble(side.size().get()) + sign * step);
      event.consume();
    } else if (event.getCode() == KeyCode.HOME) {
      side.reset();
      event.consume();
    }
  }
}
