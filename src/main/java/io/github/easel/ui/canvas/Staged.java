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

/**
 * A result that waits over the canvas. Its pixels stay in its file until they are looked at or
 * taken over, so that any number of results can wait.
 *
 * @param start its own picture, and where on the canvas it belongs under which mask
 * @param sources reads it
 */
record Staged(Draft.Start start, SourcePictures sources) {

  /**
   * Keeps a result. It takes its time: do it on a worker.
   *
   * @param begin what it was generated with
   */
  static Staged of(Draft.Start begin, PixelImage result, SourcePictures sources) {
    Draft.Start kept =
        new Draft.Start(
            sources.keep(result).toString(),
            begin.name(),
            begin.fit(),
            begin.touch(),
            begin.masked(),
            begin.place());
    return new Staged(kept, sources);
  }

  /** The frame that it was generated in. */
  Area area() {
    Draft.Place place = start.place();
    return new Area(place.x(), place.y(), place.width(), place.height());
  }

  /**
   * Reads it as a layer's pixels; on a worker.
   *
   * @throws io.github.easel.generation.GenerationException as {@link SourcePictures#read}
   */
  Raster pixels() {
    Area area = area();
    Draft.Masked masked = start.masked();
    Optional<Mask> mask =
        masked.mask().isEmpty()
            ? Optional.empty()
            : Optional.of(sources.mask(Path.of(masked.mask())))
                .filter(read -> read.width() == area.width() && read.height() == area.height());
    return Results.placed(
        sources.read(Path.of(start.picture())),
        area,
        mask,
        new MaskShape(masked.inverted(), masked.grow(), masked.blur()));
  }

  /** What of it is seen, likewise. */
  StagingViewModel.Shown shown() {
    Area area = area();
    return new StagingViewModel.Shown(
        TileLook.image(pixels().pixels(area), area.width(), area.height()), area);
  }
}
