package io.github.easel.ui.viewer;

import io.github.easel.generation.PixelImage;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
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
  private final ObservableValue<PixelImage> pixels;
  private final ObservableValue<Image> thumbnail;
  private @Nullable Picture enlarged;
  private int factor;

  PictureView(ObservableValue<Picture> shown) {
    this.shown = shown;
    pixels = shown.flatMap(Picture::pixels);
    thumbnail = shown.flatMap(Picture::thumbnail);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.getStyleClass().add("picture");
    getChildren().add(view);
    setMinSize(0, 0);
    shown.addListener(changed -> requestLayout());
    pixels.addListener(changed -> requestLayout());
    thumbnail.addListener(changed -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    Picture picture = shown.getValue();
    if (picture == null || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    double room = Math.min(getWidth() / picture.width(), getHeight() / picture.height());
    int wanted = factorFor(picture.width(), picture.height(), room);
    fill(picture, wanted);
    view.setAccessibleText(picture.request().prompt().positive());
    double scale = Math.min(wanted, room);
    double width = Math.floor(picture.width() * scale);
    double height = Math.floor(picture.height() * scale);
    view.setFitWidth(width);
    view.setFitHeight(height);
    view.relocate(
        snapPositionX((getWidth() - width) / 2), snapPositionY((getHeight() - height) / 2));
  }

  /** While a picture is read back its thumbnail stands in for it. */
  private void fill(Picture picture, int wanted) {
    PixelImage image = pixels.getValue();
    if (image == null) {
      view.setImage(thumbnail.getValue());
      enlarged = null;
      return;
    }
    if (picture != enlarged || wanted != factor) {
      view.setImage(wanted == 1 ? Images.of(image) : Enlargement.of(image, wanted));
      enlarged = picture;
      factor = wanted;
    }
  }

  /** The largest whole factor for which there is room and that stays comfortable; at least 1. */
  static int factorFor(int width, int height, double room) {
    double comfort = COMFORTABLE / Math.max(width, height);
    return Math.max(1, (int) Math.floor(Math.min(room, comfort)));
  }
}
