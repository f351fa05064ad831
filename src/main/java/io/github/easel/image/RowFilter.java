package io.github.easel.image;

/**
 * Which samples of a row make the samples of a longer or shorter one, and with what weights: a
 * kernel (Turkowski 1990, "Filters for common resampling tasks") widened where samples grow fewer,
 * so that nothing finer than the new samples is left to flicker.
 */
final class RowFilter {

  /** What neighbours count by their distance. */
  enum Kernel {
    /** Lanczos's of three lobes: sharp, and a little beyond the values beside an edge. */
    LANCZOS(3) {
      @Override
      double at(double x) {
        return Math.abs(x) >= reach ? 0 : sinc(x) * sinc(x / reach);
      }
    },
    /** A triangle: soft, and never beyond the values that there are. */
    TRIANGLE(1) {
      @Override
      double at(double x) {
        return Math.max(0, 1 - Math.abs(x));
      }
    };

    final int reach;

    Kernel(int reach) {
      this.reach = reach;
    }

    abstract double at(double x);

    private static double sinc(double x) {
      double angle = Math.PI * x;
      return angle == 0 ? 1 : Math.sin(angle) / angle;
    }
  }

  private static final int CHANNELS = 3;

  private final int[] firsts;
  private final float[][] weights;

  private RowFilter(int[] firsts, float[][] weights) {
    this.firsts = firsts;
    this.weights = weights;
  }

  /** All of {@code from} samples made {@code to} samples. */
  static RowFilter of(Kernel kernel, int from, int to) {
    return of(kernel, from, 0, from, to);
  }

  /**
   * A part of the samples made {@code to} samples.
   *
   * @param from samples that there are
   * @param start where the part begins, from 0, in samples
   * @param length of the part
   */
  static RowFilter of(Kernel kernel, int from, double start, double length, int to) {
    double scale = length / to;
    double stretch = Math.max(1, scale);
    double reach = kernel.reach * stretch;
    int[] firsts = new int[to];
    float[][] weights = new float[to][];
    for (int i = 0; i < to; i++) {
      double centre = start + (i + 0.5) * scale;
      int first = Math.max(0, Math.min(from - 1, (int) Math.floor(centre - reach + 0.5)));
      int end = Math.max(first + 1, Math.min(from, (int) Math.floor(centre + reach + 0.5)));
      firsts[i] = first;
      weights[i] = weights(kernel, first, end, centre, stretch);
    }
    return new RowFilter(firsts, weights);
  }

  private static float[] weights(Kernel kernel, int first, int end, double centre, double stretch) {
    double[] values = new double[end - first];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = kernel.at((first + i + 0.5 - centre) / stretch);
      sum += values[i];
    }
    float[] weights = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      weights[i] = (float) (values[i] / sum);
    }
    return weights;
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
