package io.github.easel.app;

import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;

/** The size that suits a picture which begins with another one, where nobody has chosen any. */
public final class SourceSize {

  /** How far from the usual area a source's own size may be, as a factor. */
  private static final double NEAR = 2;

  /** How much a change of area counts beside one of shape, which cuts the source's sides off. */
  private static final double AREA_COUNTS = 0.5;

  private SourceSize() {}

  /**
   * The source's own size, if the model can draw it and its area is between half and twice that of
   * the model's; else a size of the source's shape, as nearly as can be, and the model's area.
   *
   * @param usual the size that the model was trained for
   * @param multiple pixels that the sides must be multiples of
   */
  public static ImageSize of(PixelImage source, ImageSize usual, int multiple) {
    return of(source.width(), source.height(), usual, multiple);
  }

  /** Likewise for a source of that width and height. */
  public static ImageSize of(int width, int height, ImageSize usual, int multiple) {
    double area = (double) usual.width() * usual.height();
    double own = (double) width * height;
    if (fits(width, multiple)
        && fits(height, multiple)
        && own <= NEAR * area
        && own * NEAR >= area) {
      return new ImageSize(width, height);
    }
    double scale = Math.sqrt(area / own);
    ImageSize best = usual;
    double least = Double.POSITIVE_INFINITY;
    for (int across : around(width * scale, multiple)) {
      for (int down : around(height * scale, multiple)) {
        double shape = (double) across * height / ((double) down * width);
        double loss =
            Math.abs(Math.log(shape)) + AREA_COUNTS * Math.abs(Math.log(across * down / area));
        if (loss < least) {
          least = loss;
          best = new ImageSize(across, down);
        }
      }
    }
    return best;
  }

  /** The side below and the side above that the model can draw. */
  private static int[] around(double side, int multiple) {
    int below = (int) Math.floor(side / multiple);
    return new int[] {possible(below, multiple), possible(below + 1, multiple)};
  }

  private static boolean fits(int side, int multiple) {
    return side % multiple == 0 && side == possible(side / multiple, multiple);
  }

  private static int possible(int multiples, int multiple) {
    int least = (ImageSize.SMALLEST + multiple - 1) / multiple;
    int most = ImageSize.LARGEST / multiple;
    return Math.max(least, Math.min(most, multiples)) * multiple;
  }
}
