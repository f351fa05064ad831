package io.github.easel.scheduler;

/**
 * The factors of a small square matrix, P M = L U, pivots chosen by size (Golub and Van Loan,
 * "Matrix computations", algorithm 3.4.1), in single precision.
 */
final class LuFactors {

  /** U, and below its diagonal L, whose own diagonal is 1. */
  private final float[][] lu;

  /** The rows of M in the order of P M. */
  private final int[] order;

  /**
   * Factors a matrix.
   *
   * @param matrix by rows; lost
   */
  LuFactors(float[][] matrix) {
    this.lu = matrix;
    this.order = new int[matrix.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int column = 0; column < lu.length; column++) {
      pivot(column);
      for (int i = column + 1; i < lu.length; i++) {
        lu[i][column] /= lu[column][column];
        for (int k = column + 1; k < lu.length; k++) {
          lu[i][k] -= lu[i][column] * lu[column][k];
        }
      }
    }
  }

  private void pivot(int column) {
    int largest = column;
    for (int i = column + 1; i < lu.length; i++) {
      if (Math.abs(lu[i][column]) > Math.abs(lu[largest][column])) {
        largest = i;
      }
    }
    float[] row = lu[largest];
    lu[largest] = lu[column];
    lu[column] = row;
    int place = order[largest];
    order[largest] = order[column];
    order[column] = place;
  }

  /** The x of M x = b. */
  float[] solve(float[] b) {
    float[] x = new float[lu.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = b[order[i]];
      for (int k = 0; k < i; k++) {
        x[i] -= lu[i][k] * x[k];
      }
    }
    for (int i = x.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < x.length; k++) {
        x[i] -= lu[i][k] * x[k];
      }
      x[i] /= lu[i][i];
    }
    return x;
  }

  /** The x of x M = b. */
  float[] solveTransposed(float[] b) {
    float[] y = new float[lu.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = b[i];
      for (int k = 0; k < i; k++) {
        y[i] -= lu[k][i] * y[k];
      }
      y[i] /= lu[i][i];
    }
    float[] x = new float[lu.length];
    for (int i = y.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < y.length; k++) {
        y[i] -= lu[k][i] * y[k];
      }
      x[order[i]] = y[i];
    }
    return x;
  }
}
