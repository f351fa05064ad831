package io.github.easel.pipeline;

/** Linear regression by its normal equations: few unknowns, several right sides at once. */
final class LeastSquares {

  private final int unknowns;

  /** The normal matrix, and beside it the right sides. */
  private final double[][] rows;

  LeastSquares(int unknowns, int rightSides) {
    this.unknowns = unknowns;
    rows = new double[unknowns][unknowns + rightSides];
  }

  /** One more observation: {@code factors} times the unknowns should give {@code results}. */
  void add(double[] factors, double[] results) {
    for (int i = 0; i < unknowns; i++) {
      for (int j = 0; j < unknowns; j++) {
        rows[i][j] += factors[i] * factors[j];
      }
      for (int k = 0; k < results.length; k++) {
        rows[i][unknowns + k] += factors[i] * results[k];
      }
    }
  }

  /**
   * The unknowns of each right side, by Gauss and Jordan's elimination; the matrix is positive
   * definite, so that no pivot need be looked for.
   *
   * @param ridge added to the diagonal, above 0 (Hoerl and Kennard 1970); the last unknown, the
   *     constant, is spared
   */
  float[][] solve(double ridge) {
    for (int i = 0; i < unknowns - 1; i++) {
      rows[i][i] += ridge;
    }
    for (int pivot = 0; pivot < unknowns; pivot++) {
      double divisor = rows[pivot][pivot];
      for (int j = 0; j < rows[pivot].length; j++) {
        rows[pivot][j] /= divisor;
      }
      for (int i = 0; i < unknowns; i++) {
        double factor = rows[i][pivot];
        if (i != pivot) {
          for (int j = 0; j < rows[i].length; j++) {
            rows[i][j] -= factor * rows[pivot][j];
          }
        }
      }
    }
    float[][] solutions = new float[rows[0].length - unknowns][unknowns];
    for (int k = 0; k < solutions.length; k++) {
      for (int i = 0; i < unknowns; i++) {
        solutions[k][i] = (float) rows[i][unknowns + k];
      }
    }
    return solutions;
  }
}
