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
 */
final class UniPcWeights {

  /** e^h - 1. */
  final float grown;

  /** B(h): h for bh1, e^h - 1 for bh2. */
  final float scale;

  /** The r_k; the last is 1. */
  final float[] places;

  /** The b_i. */
  private final float[] right;

  /**
   * The weights of a step.
   *
   * @param h the step in lambda, negative to integrate the clean sample
   * @param plain whether B(h) is h
   * @param places r_k; the last is 1
   */
  UniPcWeights(float h, boolean plain, float[] places) {
    this.grown = (float) Math.expm1(h);
    this.scale = plain ? h : grown;
    this.places = places;
    this.right = new float[places.length];
    float phi = grown / h - 1;
    int factorial = 1;
    for (int i = 0; i < right.length; i++) {
      right[i] = phi * factorial / scale;
      factorial *= i + 2;
      phi = phi / h - (float) (1.0 / factorial);
    }
  }

  /** Weights of the differences alone, without the end of the step, which is not known yet. */
  float[] predictor() {
    int count = places.length - 1;
    if (count == 1) {
      return new float[] {0.5f}; // of order 2 whatever the place
    }
    float[][] powers = new float[count][count];
    for (int k = 0; k < count; k++) {
      float power = 1;
      for (int i = 0; i < count; i++) {
        powers[i][k] = power;
        power *= places[k];
      }
    }
    return new LuFactors(powers).solve(right);
  }

  /**
   * Weights of the differences, and of that at the step's end, the last. The transposed matrix is
   * factored, as torch does for a whole matrix, since the last bits of the weights depend on it.
   */
  float[] corrector() {
    int count = places.length;
    if (count == 1) {
      return new float[] {0.5f};
    }
    float[][] powers = new float[count][count];
    for (int k = 0; k < count; k++) {
      float power = 1;
      for (int i = 0; i < count; i++) {
        powers[k][i] = power;
        power *= places[k];
      }
    }
    return new LuFactors(powers).solveTransposed(right);
  }
}
