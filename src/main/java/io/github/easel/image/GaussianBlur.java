package io.github.easel.image;

/**
 * Blurs planes of numbers as a normal distribution would, in a time that does not grow with its
 * width: three running means whose outermost samples count in part, so that any width can be had
 * (Gwosdek et al. 2011, "Theoretical foundations of Gaussian convolution by extended box
 * filtering"). Beyond its edges a plane goes on as it ends. What a sample reaches is bounded, by
 * some three deviations.
 */
final class GaussianBlur {

  private static final int PASSES = 3;

  private final int radius;
  private final float edge;
  private final float norm;

  /**
   * A blur.
   *
   * @param deviation the standard deviation in samples, 0 or more
   */
  GaussianBlur(double deviation) {
    // The length of one mean: its variance, times the passes, is that of the distribution.
    double variance = deviation * deviation / PASSES;
    radius = (int) Math.floor((Math.sqrt(12 * variance + 1) - 1) / 2);
    double whole = 2.0 * radius + 1;
    double next = radius + 1.0;
    double part = whole * (radius * next - 3 * variance) / (6 * (variance - next * next));
    edge = (float) Math.max(0, part);
    norm = (float) (1 / (whole + 2 * Math.max(0, part)));
  }

  /** How many samples away a sample has a part in others at most. */
  int reach() {
    return radius == 0 && edge == 0 ? 0 : PASSES * (radius + 1);
  }

  /** Blurs a plane in place, row by row from the top left. */
  void apply(float[] plane, int width, int height) {
    if (reach() == 0) {
      return;
    }
    float[] line = new float[Math.max(width, height)];
    float[] blurred = new float[line.length];
    for (int y = 0; y < height; y++) {
      System.arraycopy(plane, y * width, line, 0, width);
      float[] done = passes(line, blurred, width);
      System.arraycopy(done, 0, plane, y * width, width);
    }
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        line[y] = plane[y * width + x];
      }
      float[] done = passes(line, blurred, height);
      for (int y = 0; y < height; y++) {
        plane[y * width + x] = done[y];
      }
    }
  }

  private float[] passes(float[] line, float[] other, int length) {
    float[] from = line;
    float[] to = other;
    for (int pass = 0; pass < PASSES; pass++) {
      pass(from, to, length);
      float[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  private void pass(float[] from, float[] to, int length) {
    // The sum in double: what comes in and goes out again must leave nothing behind.
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      sum += at(from, i, length);
    }
    for (int i = 0; i < length; i++) {
      float ends = at(from, i - radius - 1, length) + at(from, i + radius + 1, length);
      to[i] = (float) ((sum + edge * ends) * norm);
      sum += at(from, i + radius + 1, length) - (double) at(from, i - radius, length);
    }
  }

  private static float at(float[] line, int index, int length) {
    return line[Math.max(0, Math.min(length - 1, index))];
  }
}
