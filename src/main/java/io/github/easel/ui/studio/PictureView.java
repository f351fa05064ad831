package io.github.easel.ui.studio;

import io.github.easel.generation.PixelImage;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * One picture as large as suits: small ones grow by a whole factor up to a comfortable size, large
 * ones shrink to fit.
 */
final class PictureView extends Region {

  /** Small pictures grow no longer than this, in pixels: more shows only their coarseness. */
  private static final double COMFORTABLE = 768;

  private final ImageView view = new ImageView();
  private final ObservableValue<Picture> shown;
  private @Nullable Picture enlarged;
  private int factor;

  PictureView(ObservableValue<Picture> shown) {
    this.shown = shown;
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.getStyleClass().add("picture");
    getChildren().add(view);
    setMinSize(0, 0);
    shown.addListener(changed -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    Picture picture = shown.getValue();
    if (picture == null || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    PixelImage image = picture.result().image();
    double room = Math.min(getWidth() / image.width(), getHeight() / image.height());
    int wanted = factorFor(image, room);
    if (picture != enlarged || wanted != factor) {
      view.setImage(wanted == 1 ? Images.of(image) : Enlargement.of(image, wanted));
      view.setAccessibleText(picture.request().prompt().positive());
      enlarged = picture;
      factor = wanted;
    }
    double scale = Math.min(wanted, room);
    double width = Math.floor(image.width() * scale);
    double height = Math.floor(image.height() * scale);
    view.setFitWidth(width);
    view.setFitHeight(height);
    view.relocate(
        snapPositionX((getWidth() - width) / 2), snapPositionY((getHeight() - height) / 2));
  }

  /** The largest whole factor for which there is room and that stays comfortable; at least 1. */
  static int factorFor(PixelImage image, double room) {
    double comfort = COMFORTABLE / Math.max(image.width(), image.height());
    return Math.max(1, (int) Math.floor(Math.min(room, comfort)));
  }
}
