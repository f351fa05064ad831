package io.github.easel.scheduler;

/**
 * The variance of the noise that a DDPM step adds (Ho et al. 2020, "Denoising diffusion
 * probabilistic models", section 3.2). Constants are named as diffusers' configuration files write
 * them, in capitals. The forms with a logarithm say how a file stores the variance; the noise is
 * the same.
 */
public enum VarianceType {
  /** The variance of q(x_{t-1} | x_t, x_0), equation 7. */
  FIXED_SMALL,
  /** The same in logarithms. */
  FIXED_SMALL_LOG,
  /** The variance beta_t of the forward step. */
  FIXED_LARGE,
  /** The same in logarithms. */
  FIXED_LARGE_LOG;

  /** What the last step's posterior variance of 0 is raised to. */
  private static final float LEAST = 1e-20f;

  /**
   * The standard deviation.
   *
   * @param posterior the variance of equation 7, at least 0
   * @param beta the variance of the forward step, at least 0
   */
  float deviation(float posterior, float beta) {
    boolean small = this == FIXED_SMALL || this == FIXED_SMALL_LOG;
    return (float) Math.sqrt(small ? Math.max(posterior, LEAST) : beta);
  }
}
