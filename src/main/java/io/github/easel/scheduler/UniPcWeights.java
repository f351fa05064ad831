package io.github.easel.scheduler;

/**
 * The weights of the differences that a step of UniPC adds up (Zhao et al. 2023, "UniPC: a unified
 * predictor-corrector framework for fast sampling of diffusion models", equation 11 and appendix
 * C): rho solves R rho = b with
 *
 * <pre>
 * R_ik  = r_k^(i - 1)
 * b_i   = i! phi_(i+1)(h) / B(h)
 * phi_1(h) = (e^h - 1) / h,   phi_(i+1)(h) = (phi_i(h) - 1 / i!) / h
 * </pre>
 *
 * <p>where the r_k are the places, in units of the step, of what was predicted before, and 1 the
 * place where the step ends. The clean sample is integrated with -h in place of h.
 *
 * @param grown e^h - 1
 * @param scale B(h): h for bh1, e^h - 1 for bh2
 * @param places r_k; the last is 1
 * @param right b
 */
record UniPcWeights(float grown, float scale, float[] places, float[] right) {

  /**
   * The weights of a step.
   *
   * @param h the step in lambda, negative to integrate the clean sample
   * @param plain whether B(h) is h
   * @param places r_k; the last is 1
   */
  static UniPcWeights of(float h, boolean plain, float[] places) {
    float grown = (float) Math.expm1(h);
    float scale = plain ? h : grown;
    float[] right = new float[places.length];
    float phi = grown / h - 1;
    int factorial = 1;
    for (int i = 0; i < right.length; i++) {
      right[i] = phi * factorial / scale;
      factorial *= i + 2;
      phi = phi / h - (float) (1.0 / factorial);
    }
    return new UniPcWeights(grown, scale, places, right);
  }

  /** Weights of the differences alone, without the end of the step, which is not known yet. */
  float[] predictor() {
    int count = places.length - 1;
    // of order 2 either way, and without a division by a place close to 0
    return count == 1 ? new float[] {0.5f} : solve(count);
  }

  /** Weights of the differences, and of that at the step's end, the last. */
  float[] corrector() {
    return places.length == 1 ? new float[] {0.5f} : solve(places.length);
  }

  /** Gauss's elimination of the first {@code count} equations, pivots chosen by size. */
  private float[] solve(int count) {
    float[][] rows = new float[count][count + 1];
    for (int k = 0; k < count; k++) {
      float power = 1;
      for (int i = 0; i < count; i++) {
        rows[i][k] = power;
        power *= places[k];
      }
      rows[k][count] = right[k];
    }
    for (int column = 0; column < count; column++) {
      eliminate(rows, column);
    }
    float[] solution = new float[count];
    for (int i = count - 1; i >= 0; i--) {
      float rest = rows[i][count];
      for (int k = i + 1; k < count; k++) {
        rest -= rows[i][k] * solution[k];
      }
      solution[i] = rest / rows[i][i];
    }
    return solution;
  }

  private static void eliminate(float[][] rows, int column) {
    int pivot = column;
    for (int i = column + 1; i < rows.length; i++) {
      if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) {
        pivot = i;
      }
    }
    float[] chosen = rows[pivot];
    rows[pivot] = rows[column];
    rows[column] = chosen;
    for (int i = column + 1; i < rows.length; i++) {
      float factor = rows[i][column] / chosen[column];
      for (int k = column; k < chosen.length; k++) {
        rows[i][k] -= factor * chosen[k];
      }
    }
  }
}
