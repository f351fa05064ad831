package io.github.easel.canvas;

import io.github.easel.image.MaskPictures;
import java.nio.file.Path;

/** The canvas's mask as a picture file that other programs read and write, too. */
public final class MaskFiles {

  private MaskFiles() {}

  /**
   * The canvas with the mask of a file in the place of its own, the corner at the picture's, or at
   * the frame's where there is no picture.
   *
   * @throws io.github.easel.generation.GenerationException as {@link MaskPictures#read}, and {@code
   *     CANVAS_TOO_LARGE}
   */
  public static Canvas loaded(Canvas canvas, Path file) {
    Area area = area(canvas);
    Raster mask = Masks.placed(Raster.CLEAR, MaskPictures.read(file), area.x(), area.y());
    return canvas.with(canvas.mask().with(mask).seen(true));
  }

  /**
   * Writes the mask over the picture, or over the frame where there is no picture.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}
   */
  public static void save(Canvas canvas, Path file) {
    MaskPictures.write(Masks.of(canvas.mask().raster(), area(canvas)), file);
  }

  private static Area area(Canvas canvas) {
    Area picture = painted(canvas);
    return picture.empty() ? canvas.frame() : picture;
  }

  /** All pixels that something is on, of pictures and of paint. */
  public static Area painted(Canvas canvas) {
    return canvas.layers().stream()
        .filter(layer -> layer.kind() != Layer.Kind.MASK)
        .map(layer -> layer.raster().painted())
        .reduce(Area.NONE, Area::or);
  }
}
