package io.github.easel.ui.learn;

import io.github.easel.generation.PixelImage;

/** A picture for those who have none yet: the sun over two hills. */
final class ExamplePicture {

  private static final int SIDE = 256;
  private static final double[] HIGH_SKY = {74, 124, 178};
  private static final double[] LOW_SKY = {246, 205, 160};
  private static final double[] SUN = {255, 236, 170};
  private static final double[] FAR_HILL = {96, 118, 122};
  private static final double[] NEAR_HILL = {44, 84, 62};

  private ExamplePicture() {}

  static PixelImage paint() {
    byte[] rgb = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      int column = i % SIDE;
      int row = i / SIDE;
      double[] colour = colour((column + 0.5) / SIDE, (row + 0.5) / SIDE);
      for (int c = 0; c < 3; c++) {
        rgb[3 * i + c] = (byte) Math.round(Math.max(0, Math.min(255, colour[c])));
      }
    }
    return PixelImage.of(SIDE, SIDE, rgb);
  }

  /**
   * @param x 0 to 1 from the left
   * @param y 0 to 1 from the top
   */
  private static double[] colour(double x, double y) {
    double far = 0.62 - 0.09 * Math.sin(5 * x + 0.6) - 0.03 * Math.sin(13 * x);
    double near = 0.80 + 0.08 * Math.cos(4.2 * x - 0.4);
    if (y > near) {
      return mixed(NEAR_HILL, HIGH_SKY, 0.5 * (1 - y));
    }
    if (y > far) {
      return mixed(FAR_HILL, LOW_SKY, 1.6 * (y - far));
    }
    double glow = Math.hypot(x - 0.66, y - 0.34);
    double[] sky = mixed(HIGH_SKY, LOW_SKY, y / 0.62);
    return mixed(sky, SUN, glow < 0.1 ? 1 : Math.exp(-7 * (glow - 0.1)) * 0.7);
  }

  private static double[] mixed(double[] from, double[] to, double share) {
    double kept = Math.max(0, Math.min(1, share));
    double[] mixed = new double[from.length];
    for (int c = 0; c < mixed.length; c++) {
      mixed[c] = from[c] + kept * (to[c] - from[c]);
    }
    return mixed;
  }
}
