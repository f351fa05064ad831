package io.github.easel.scheduler;

/**
 * How the variance beta_t of the noise that training step t adds grows with t. Constants are named
 * as diffusers' configuration files write them, in capitals.
 *
 * <p>Computed in the precision and order of torch, since samplers follow it to 1e-5.
 */
public enum BetaSchedule {
  /**
   * Evenly spaced betas (Ho et al. 2020, "Denoising diffusion probabilistic models", section 4).
   */
  LINEAR {
    @Override
    float[] betas(int count, double start, double end) {
      return evenly((float) start, (float) end, count);
    }
  },
  /** Evenly spaced square roots of betas: the schedule of latent diffusion models. */
  SCALED_LINEAR {
    @Override
    float[] betas(int count, double start, double end) {
      float[] betas = evenly((float) Math.sqrt(start), (float) Math.sqrt(end), count);
      for (int i = 0; i < count; i++) {
        betas[i] *= betas[i];
      }
      return betas;
    }
  },
  /**
   * A squared cosine for the product of 1 - beta, whose betas are kept under 0.999 (Nichol and
   * Dhariwal 2021, "Improved denoising diffusion probabilistic models", equation 17). Start and end
   * are not used.
   */
  SQUAREDCOS_CAP_V2 {
    @Override
    float[] betas(int count, double start, double end) {
      float[] betas = new float[count];
      for (int i = 0; i < count; i++) {
        double ratio = cosineAlphaBar((i + 1.0) / count) / cosineAlphaBar((double) i / count);
        betas[i] = (float) Math.min(1 - ratio, COSINE_MAX_BETA);
      }
      return betas;
    }
  };

  private static final int LANES = 8;
  private static final double COSINE_MAX_BETA = 0.999;
  private static final double COSINE_OFFSET = 0.008;

  /**
   * The betas of training steps 0 to count - 1.
   *
   * @param start beta of the first step
   * @param end beta of the last step
   */
  abstract float[] betas(int count, double start, double end);

  /**
   * As {@code torch.linspace} rounds on a machine with AVX2: vectors of 8 numbers each start from
   * the nearer end; what does not fill two vectors is done number by number.
   */
  private static float[] evenly(float start, float end, int count) {
    float[] values = new float[count];
    float step = (end - start) / Math.max(1, count - 1);
    int inVectors = count - count % (2 * LANES);
    for (int i = 0; i < count; i++) {
      int lane = i < inVectors ? i % LANES : 0;
      int first = i - lane;
      float base =
          first < count / 2
              ? Math.fma(step, first, start)
              : Math.fma(-step, count - 1 - first, end);
      values[i] = Math.fma(step, lane, base);
    }
    return values;
  }

  private static double cosineAlphaBar(double t) {
    double cosine = StrictMath.cos((t + COSINE_OFFSET) / (1 + COSINE_OFFSET) * Math.PI / 2);
    return cosine * cosine;
  }
}
