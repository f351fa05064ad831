package io.github.easel.ui.teach;

import io.github.easel.app.TrainingPlan.Square;
import io.github.easel.ui.text.Messages;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/** A picture with the square that is learned from; the mouse and the arrow keys move it. */
final class CropView extends Region {

  private static final double STEP = 0.03;
  private static final double FACTOR = 1.08;

  private final LessonPicture picture;
  private final ImageView image;
  private final Rectangle frame = new Rectangle();
  private Shape veil = new Rectangle();
  private double fromX;
  private double fromY;

  CropView(LessonPicture picture, Messages messages) {
    this.picture = picture;
    image = new ImageView(picture.image());
    image.setPreserveRatio(true);
    frame.getStyleClass().add("crop-frame");
    frame.setFill(Color.TRANSPARENT);
    getStyleClass().add("crop");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(messages.text("crop.spoken", name()));
    accessibleHelpProperty().bind(messages.text("crop.hint"));
    getChildren().addAll(image, veil, frame);
    picture.crop().addListener(changed -> requestLayout());
    setOnMousePressed(
        event -> {
          requestFocus();
          fromX = event.getX();
          fromY = event.getY();
        });
    setOnMouseDragged(
        event -> {
          picture.move((event.getX() - fromX) / scale(), (event.getY() - fromY) / scale());
          fromX = event.getX();
          fromY = event.getY();
          event.consume();
        });
    setOnKeyPressed(this::onKey);
  }

  private String name() {
    return String.valueOf(picture.file().getFileName());
  }

  private void onKey(KeyEvent event) {
    double step = Math.max(1, picture.crop().get().side() * STEP);
    switch (event.getCode()) {
      case LEFT -> picture.move(-step, 0);
      case RIGHT -> picture.move(step, 0);
      case UP -> picture.move(0, -step);
      case DOWN -> picture.move(0, step);
      case PLUS, EQUALS, ADD -> picture.resize(FACTOR);
      case MINUS, SUBTRACT -> picture.resize(1 / FACTOR);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Pixels of the window to one of the picture. */
  private double scale() {
    double wide = getWidth() / picture.looked().width();
    return Math.max(1e-6, Math.min(wide, getHeight() / picture.looked().height()));
  }

  @Override
  protected void layoutChildren() {
    double scale = scale();
    double width = picture.looked().width() * scale;
    double height = picture.looked().height() * scale;
    double left = Math.rint((getWidth() - width) / 2);
    double top = Math.rint((getHeight() - height) / 2);
    image.setFitWidth(width);
    image.setFitHeight(height);
    image.relocate(left, top);
    Square square = picture.crop().get();
    frame.setX(left + square.x() * scale + 1);
    frame.setY(top + square.y() * scale + 1);
    frame.setWidth(square.side() * scale - 2);
    frame.setHeight(square.side() * scale - 2);
    Rectangle seen = new Rectangle(frame.getX(), frame.getY(), frame.getWidth(), frame.getHeight());
    Shape outside = Shape.subtract(new Rectangle(left, top, width, height), seen);
    outside.getStyleClass().add("crop-veil");
    outside.setManaged(false);
    outside.setMouseTransparent(true);
    getChildren().set(getChildren().indexOf(veil), outside);
    veil = outside;
  }
}
