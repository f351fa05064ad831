package io.github.easel.image;

/**
 * Which samples of a row make the samples of a longer or shorter one, and with what weights:
 * Lanczos's kernel of three lobes (Turkowski 1990, "Filters for common resampling tasks"), widened
 * where samples grow fewer, so that nothing finer than the new samples is left to flicker.
 */
final class Lanczos {

  private static final int LOBES = 3;
  private static final int CHANNELS = 3;

  private final int[] firsts;
  private final float[][] weights;

  private Lanczos(int[] firsts, float[][] weights) {
    this.firsts = firsts;
    this.weights = weights;
  }

  /** All of {@code from} samples made {@code to} samples. */
  static Lanczos of(int from, int to) {
    return of(from, 0, from, to);
  }

  /**
   * A part of the samples made {@code to} samples.
   *
   * @param from samples that there are
   * @param start where the part begins, from 0, in samples
   * @param length of the part
   */
  static Lanczos of(int from, double start, double length, int to) {
    double scale = length / to;
    double stretch = Math.max(1, scale);
    double reach = LOBES * stretch;
    int[] firsts = new int[to];
    float[][] weights = new float[to][];
    for (int i = 0; i < to; i++) {
      double centre = start + (i + 0.5) * scale;
      int first = Math.max(0, Math.min(from - 1, (int) Math.floor(centre - reach + 0.5)));
      int end = Math.max(first + 1, Math.min(from, (int) Math.floor(centre + reach + 0.5)));
      firsts[i] = first;
      weights[i] = weights(first, end, centre, stretch);
    }
    return new Lanczos(firsts, weights);
  }

  private static float[] weights(int first, int end, double centre, double stretch) {
    double[] values = new double[end - first];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = kernel((first + i + 0.5 - centre) / stretch);
      sum += values[i];
    }
    float[] weights = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      weights[i] = (float) (values[i] / sum);
    }
    return weights;
  }

  private static double kernel(double x) {
    if (Math.abs(x) >= LOBES) {
      return 0;
    }
    return sinc(x) * sinc(x / LOBES);
  }

  private static double sinc(double x) {
    double angle = Math.PI * x;
    return angle == 0 ? 1 : Math.sin(angle) / angle;
  }

  /** How many samples are made. */
  int size() {
    return firsts.length;
  }

  /** The first sample that one is made of. */
  int first(int index) {
    return firsts[index];
  }

  /** The weights of that sample and of those behind it; their sum is 1. */
  float[] weights(int index) {
    return weights[index];
  }

  /** The most samples that one is made of. */
  int mostWeights() {
    int most = 0;
    for (float[] some : weights) {
      most = Math.max(most, some.length);
    }
    return most;
  }

  /**
   * Makes a row of pixels.
   *
   * @param rgb bytes, three channels interleaved
   * @param start where the row begins in them
   * @param row receives three channels of {@link #size} samples, 0 to 255 and a little beyond
   */
  void apply(byte[] rgb, int start, float[] row) {
    for (int i = 0; i < firsts.length; i++) {
      int at = start + CHANNELS * firsts[i];
      float red = 0;
      float green = 0;
      float blue = 0;
      for (float weight : weights[i]) {
        red += weight * (rgb[at] & 255);
        green += weight * (rgb[at + 1] & 255);
        blue += weight * (rgb[at + 2] & 255);
        at += CHANNELS;
      }
      row[CHANNELS * i] = red;
      row[CHANNELS * i + 1] = green;
      row[CHANNELS * i + 2] = blue;
    }
  }
}
