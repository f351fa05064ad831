package io.github.easel.image;

/**
 * How far it is to the nearest marked pixel: the exact Euclidean distance transform in linear time
 * (Felzenszwalb and Huttenlocher 2012, "Distance transforms of sampled functions", algorithm 1).
 */
final class DistanceField {

  /** More than any squared distance in a picture, and still a number to reckon with. */
  private static final float FAR = 1e12f;

  private final float[] value;
  private final float[] result;
  private final int[] centre;
  private final double[] bound;

  private DistanceField(int longest) {
    value = new float[longest];
    result = new float[longest];
    centre = new int[longest];
    bound = new double[longest + 1];
  }

  /**
   * The squared distance of every pixel to the nearest marked one, in pixels; very much where none
   * is marked.
   *
   * @param marked width x height, row by row
   */
  static float[] squared(boolean[] marked, int width, int height) {
    float[] field = new float[marked.length];
    for (int i = 0; i < field.length; i++) {
      field[i] = marked[i] ? 0 : FAR;
    }
    DistanceField lines = new DistanceField(Math.max(width, height));
    for (int x = 0; x < width; x++) {
      lines.transform(field, x, width, height);
    }
    for (int y = 0; y < height; y++) {
      lines.transform(field, y * width, 1, width);
    }
    return field;
  }

  /** Replaces a line by the lower envelope of the parabolas that stand on its values. */
  private void transform(float[] field, int start, int stride, int length) {
    for (int i = 0; i < length; i++) {
      value[i] = field[start + i * stride];
    }
    int last = 0;
    centre[0] = 0;
    bound[0] = Double.NEGATIVE_INFINITY;
    bound[1] = Double.POSITIVE_INFINITY;
    for (int i = 1; i < length; i++) {
      double meet = meeting(i, centre[last]);
      while (meet <= bound[last]) {
        last--;
        meet = meeting(i, centre[last]);
      }
      last++;
      centre[last] = i;
      bound[last] = meet;
      bound[last + 1] = Double.POSITIVE_INFINITY;
    }
    int current = 0;
    for (int i = 0; i < length; i++) {
      while (bound[current + 1] < i) {
        current++;
      }
      float away = i - centre[current];
      result[i] = Math.min(FAR, away * away + value[centre[current]]);
    }
    for (int i = 0; i < length; i++) {
      field[start + i * stride] = result[i];
    }
  }

  private double meeting(int i, int j) {
    double raised = value[i] + (double) i * i - (value[j] + (double) j * j);
    return raised / (2.0 * (i - j));
  }
}
