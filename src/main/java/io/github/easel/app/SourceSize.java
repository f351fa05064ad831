package io.github.easel.app;

import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;

/** The size that suits a picture which begins with another one, where nobody has chosen any. */
public final class SourceSize {

  /** How far from the usual area a source's own size may be, as a factor. */
  private static final double NEAR = 2;

  private SourceSize() {}

  /**
   * The source's own size, if the model can draw it and its area is between half and twice that of
   * the model's; else a size of the source's shape, as nearly as can be, and the model's area.
   *
   * @param usual the size that the model was trained for
   * @param multiple pixels that the sides must be multiples of
   */
  public static ImageSize of(PixelImage source, ImageSize usual, int multiple) {
    double area = (double) usual.width() * usual.height();
    double own = (double) source.width() * source.height();
    if (fits(source.width(), multiple)
        && fits(source.height(), multiple)
        && own <= NEAR * area
        && own * NEAR >= area) {
      return new ImageSize(source.width(), source.height());
    }
    double scale = Math.sqrt(area / own);
    return new ImageSize(
        rounded(source.width() * scale, multiple), rounded(source.height() * scale, multiple));
  }

  private static boolean fits(int side, int multiple) {
    return side == rounded(side, multiple);
  }

  private static int rounded(double side, int multiple) {
    long least = (ImageSize.SMALLEST + multiple - 1L) / multiple;
    long most = ImageSize.LARGEST / multiple;
    return (int) Math.max(least, Math.min(most, Math.round(side / multiple))) * multiple;
  }
}
