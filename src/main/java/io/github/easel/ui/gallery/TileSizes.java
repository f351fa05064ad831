package io.github.easel.ui.gallery;

/** How large pictures can be in the gallery. */
final class TileSizes {

  private static final double[] SIZES = {72, 92, 116, 152, 200, 256};

  private TileSizes() {}

  /** The next larger size, or smaller for -1; the last stays. */
  static double next(double size, int direction) {
    int nearest = 0;
    for (int i = 1; i < SIZES.length; i++) {
      if (Math.abs(SIZES[i] - size) < Math.abs(SIZES[nearest] - size)) {
        nearest = i;
      }
    }
    return SIZES[Math.max(0, Math.min(SIZES.length - 1, nearest + direction))];
  }

  /** Whether there is a further size in that direction. */
  static boolean has(double size, int direction) {
    return next(size, direction) != size;
  }
}
