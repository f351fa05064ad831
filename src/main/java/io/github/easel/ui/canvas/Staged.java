package io.github.easel.ui.canvas;

import io.github.easel.app.SourcePictures;
import io.github.easel.canvas.Area;
import io.github.easel.canvas.Raster;
import io.github.easel.canvas.Results;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.PixelImage;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;

/**
 * A result that waits over the canvas.
 *
 * @param start its own picture, and where on the canvas it belongs under which mask
 * @param area the frame that it was generated in
 * @param pixels it as a layer's pixels
 * @param image what of it is seen
 */
record Staged(Draft.Start start, Area area, Raster pixels, Image image) {

  /**
   * Keeps a result and makes it ready to be looked at. It takes its time: do it on a worker.
   *
   * @param begin what it was generated with
   */
  static Staged of(Draft.Start begin, PixelImage result, SourcePictures sources) {
    return ready(with(begin, sources.keep(result)), result, sources);
  }

  /** Reads one again that was kept; on a worker. */
  static Staged read(Draft.Start kept, SourcePictures sources) {
    return ready(kept, sources.read(Path.of(kept.picture())), sources);
  }

  private static Draft.Start with(Draft.Start begin, Path picture) {
    return new Draft.Start(
        picture.toString(),
        begin.name(),
        begin.fit(),
        begin.touch(),
        begin.masked(),
        begin.place());
  }

  private static Staged ready(Draft.Start start, PixelImage result, SourcePictures sources) {
    Draft.Place place = start.place();
    Area area = new Area(place.x(), place.y(), place.width(), place.height());
    Draft.Masked masked = start.masked();
    Optional<Mask> mask =
        masked.mask().isEmpty()
            ? Optional.empty()
            : Optional.of(sources.mask(Path.of(masked.mask())))
                .filter(read -> read.width() == area.width() && read.height() == area.height());
    Raster pixels =
        Results.placed(
            result, area, mask, new MaskShape(masked.inverted(), masked.grow(), masked.blur()));
    return new Staged(
        start, area, pixels, TileLook.image(pixels.pixels(area), area.width(), area.height()));
  }
}
