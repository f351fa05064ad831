package io.github.easel.canvas;

/**
 * Arithmetic of single pixels, 0xAARRGGBB with colours multiplied by their opacity. No colour is
 * ever larger than its opacity, and every operation keeps it so.
 */
final class Pixels {

  private static final int MOST = 255;

  private Pixels() {}

  /** The pixel of a colour that is not multiplied. */
  static int premultiplied(int argb) {
    int alpha = argb >>> 24;
    if (alpha == MOST) {
      return argb;
    }
    return alpha << 24
        | share(argb >> 16 & 255, alpha) << 16
        | share(argb >> 8 & 255, alpha) << 8
        | share(argb & 255, alpha);
  }

  /**
   * The colour of a pixel, not multiplied. {@link #premultiplied} makes exactly the same pixel of
   * it again: the rounding is off by half at most, and is multiplied by less than one.
   */
  static int straight(int pixel) {
    int alpha = pixel >>> 24;
    if (alpha == MOST || alpha == 0) {
      return alpha == 0 ? 0 : pixel;
    }
    return alpha << 24
        | apart(pixel >> 16 & 255, alpha) << 16
        | apart(pixel >> 8 & 255, alpha) << 8
        | apart(pixel & 255, alpha);
  }

  /** One pixel over another (Porter and Duff 1984, "Compositing Digital Images", over). */
  static int over(int upper, int lower) {
    int alpha = upper >>> 24;
    if (alpha == MOST || lower == 0) {
      return upper;
    }
    return upper == 0 ? lower : upper + faded(lower, MOST - alpha);
  }

  /** A pixel of which only a share is left, 0 to 255. */
  static int faded(int pixel, int share) {
    if (share == MOST || pixel == 0) {
      return pixel;
    }
    return share(pixel >>> 24, share) << 24
        | share(pixel >> 16 & 255, share) << 16
        | share(pixel >> 8 & 255, share) << 8
        | share(pixel & 255, share);
  }

  /** An opaque colour laid over a pixel with a share of 0 to 255. */
  static int tinted(int pixel, int colour, int share) {
    if (share == 0) {
      return pixel;
    }
    int rest = MOST - share;
    return mixed(MOST, share, pixel >>> 24, rest) << 24
        | mixed(colour >> 16 & 255, share, pixel >> 16 & 255, rest) << 16
        | mixed(colour >> 8 & 255, share, pixel >> 8 & 255, rest) << 8
        | mixed(colour & 255, share, pixel & 255, rest);
  }

  /** The greatest difference of the four channels, 0 to 255. */
  static int distance(int one, int other) {
    int alpha = Math.abs((one >>> 24) - (other >>> 24));
    int red = Math.abs((one >> 16 & 255) - (other >> 16 & 255));
    int green = Math.abs((one >> 8 & 255) - (other >> 8 & 255));
    int blue = Math.abs((one & 255) - (other & 255));
    return Math.max(Math.max(alpha, red), Math.max(green, blue));
  }

  private static int mixed(int value, int share, int other, int rest) {
    return divided(value * share + other * rest);
  }

  private static int share(int value, int share) {
    return divided(value * share);
  }

  private static int apart(int value, int alpha) {
    return Math.min(MOST, (value * MOST + alpha / 2) / alpha);
  }

  /** By 255, rounded, for 0 to 255 x 255. */
  private static int divided(int value) {
    int v = value + 128;
    return v + (v >> 8) >> 8;
  }
}
