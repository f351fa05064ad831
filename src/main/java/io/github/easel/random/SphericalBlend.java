package io.github.easel.random;

import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;

/**
 * Noise between two noises that is normal noise again: spherical linear interpolation (K. Shoemake,
 * "Animating rotation with quaternion curves", SIGGRAPH 1985), as A1111 mixes in a variation seed.
 *
 * <p>With w the angle between a and b and s the share of b: (sin((1-s) w) a + sin(s w) b) / sin w.
 * A1111 takes the angle of each column of each channel for itself, and so does this.
 */
public final class SphericalBlend {

  /** Above this mean cosine the two are one direction, and the way between them is straight. */
  private static final double STRAIGHT = 0.9995;

  /** Below this sine the formula loses all digits. */
  private static final double SMALLEST_SINE = 1e-6;

  private final FloatTensor low;
  private final FloatTensor high;
  private final int columns;
  private final int rows;
  private final int width;

  private SphericalBlend(FloatTensor low, FloatTensor high) {
    Shape shape = low.shape();
    if (shape.rank() < 2 || !shape.equals(high.shape())) {
      throw new IllegalArgumentException("no blend of " + low + " and " + high);
    }
    this.low = low;
    this.high = high;
    rows = (int) shape.axis(shape.rank() - 2);
    width = (int) shape.axis(shape.rank() - 1);
    columns = rows == 0 ? 0 : low.size() / rows;
  }

  /**
   * The blend as a tensor of its own.
   *
   * @param low [..., height, width], given back at share 0
   * @param high of the same shape, given back at share 1
   * @param share of {@code high}, 0 to 1
   */
  public static FloatTensor of(FloatTensor low, FloatTensor high, double share) {
    return new SphericalBlend(low, high).at(share);
  }

  private FloatTensor at(double share) {
    double[] cosines = new double[columns];
    double sum = 0;
    for (int column = 0; column < columns; column++) {
      cosines[column] = cosine(column);
      sum += cosines[column];
    }
    boolean straight = sum > STRAIGHT * columns;
    FloatTensor blend = FloatTensor.zeros(low.shape());
    for (int column = 0; column < columns; column++) {
      double angle = Math.acos(cosines[column]);
      double sine = Math.sin(angle);
      boolean line = straight || sine < SMALLEST_SINE;
      double ofLow = line ? 1 - share : Math.sin((1 - share) * angle) / sine;
      double ofHigh = line ? share : Math.sin(share * angle) / sine;
      for (int row = 0; row < rows; row++) {
        int at = index(column, row);
        blend.set(at, (float) (ofLow * low.get(at) + ofHigh * high.get(at)));
      }
    }
    return blend;
  }

  /** The cosine of the angle between the two in one column, -1 to 1; 1 for a column of zeros. */
  private double cosine(int column) {
    double product = 0;
    double lowSquare = 0;
    double highSquare = 0;
    for (int row = 0; row < rows; row++) {
      double a = low.get(index(column, row));
      double b = high.get(index(column, row));
      product += a * b;
      lowSquare += a * a;
      highSquare += b * b;
    }
    double norms = Math.sqrt(lowSquare * highSquare);
    return norms == 0 ? 1 : Math.max(-1, Math.min(1, product / norms));
  }

  private int index(int column, int row) {
    return (column / width * rows + row) * width + column % width;
  }
}
