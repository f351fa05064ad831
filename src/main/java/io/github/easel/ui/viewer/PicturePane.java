package io.github.easel.ui.viewer;

import io.github.easel.generation.PixelImage;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Draws what is to be seen where the zoom says. Images are prepared for the scale on a worker;
 * meanwhile the one that is there, or a small one, is stretched to the place.
 */
final class PicturePane extends Region {

  private static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole");

  private final ZoomModel zoom;
  private final LatestAnswer darkroom;
  private final ImageView view = new ImageView();
  private final Region ground = new Region();
  private final Rectangle clip = new Rectangle();
  private @Nullable Sight shown;
  private @Nullable PixelImage wantedPixels;
  private Rendition wantedRendition = Rendition.PLAIN;

  PicturePane(ZoomModel zoom, ObservableValue<Sight> sight, Workers workers) {
    this.zoom = zoom;
    darkroom = new LatestAnswer(workers);
    view.setSmooth(true);
    ground.getStyleClass().add("picture");
    getChildren().addAll(ground, view);
    setMinSize(0, 0);
    setClip(clip);
    sight.addListener((property, old, now) -> show(now));
    zoom.place().addListener(changed -> requestLayout());
    show(sight.getValue());
  }

  private void show(@Nullable Sight now) {
    if (now == null) {
      darkroom.forget();
      wantedPixels = null;
      view.setImage(null);
    } else if (!now.follows(shown)) {
      view.setImage(now.standIn());
      wantedPixels = null;
    } else if (view.getImage() == null) {
      view.setImage(now.standIn());
    }
    shown = now;
    view.setAccessibleText(now == null ? "" : now.words());
    develop();
    requestLayout();
  }

  /** Asks for the image that suits the scale, unless it is there or asked for already. */
  @SuppressWarnings("ReferenceEquality") // comparing millions of pixels would take too long
  private void develop() {
    Sight now = shown;
    PixelImage pixels = now == null ? null : now.pixels();
    if (now == null || pixels == null || zoom.place().get().width() == 0) {
      return;
    }
    double scale = contained(now).width() * zoom.density() / pixels.width();
    Rendition rendition = Rendition.of(pixels.width(), pixels.height(), scale);
    if (pixels == wantedPixels && rendition.equals(wantedRendition)) {
      return;
    }
    wantedPixels = pixels;
    wantedRendition = rendition;
    darkroom.ask(() -> rendition.make(pixels), view::setImage);
  }

  /**
   * The zoom's place; of a picture of another shape than the zoom's, as much as holds all of it.
   */
  private ZoomModel.Place contained(Sight now) {
    ZoomModel.Place all = zoom.place().get();
    double scale = Math.min(all.width() / now.width(), all.height() / now.height());
    double width = now.width() * scale;
    double height = now.height() * scale;
    return new ZoomModel.Place(
        all.x() + (all.width() - width) / 2, all.y() + (all.height() - height) / 2, width, height);
  }

  /** The image that is drawn; null before the first. */
  @Nullable Image image() {
    return view.getImage();
  }

  /** Shows only what lies to the right of there. */
  void showFrom(double x) {
    clip.setX(x);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    clip.setWidth(Math.max(0, getWidth() - clip.getX()));
    clip.setHeight(getHeight());
    develop();
    Sight now = shown;
    ground.setVisible(now != null);
    if (now == null) {
      return;
    }
    ZoomModel.Place place = contained(now);
    ground.resizeRelocate(place.x(), place.y(), place.width(), place.height());
    // a shadow around something much larger than the window would cost time and not be seen
    ground.pseudoClassStateChanged(
        WHOLE, place.width() <= getWidth() + 1 && place.height() <= getHeight() + 1);
    view.setFitWidth(place.width());
    view.setFitHeight(place.height());
    view.relocate(place.x(), place.y());
  }
}
