package io.github.easel.scheduler;

/**
 * An ancestral step from one noise level to the next: down to a lower one without noise, and up
 * again with fresh noise (k-diffusion; the split of DDPM's posterior variance, Ho et al. 2020,
 * "Denoising diffusion probabilistic models", equation 7, in terms of sigma):
 *
 * <pre>
 * up   = eta sqrt(sigma'^2 (sigma^2 - sigma'^2) / sigma^2), at most sigma'
 * down = sqrt(sigma'^2 - up^2)
 * </pre>
 *
 * @param down the level that the deterministic part ends at
 * @param up the deviation of the fresh noise
 */
record AncestralSplit(float down, float up) {

  static AncestralSplit between(float sigma, float next, float eta) {
    float all = sigma * sigma;
    float kept = next * next;
    float up = Math.min(next, eta * NoiseSchedule.sqrt(kept * (all - kept) / all));
    float rest = kept - up * up;
    if (rest <= 0) {
      // nothing is left after rounding: down is far below sigma', but not 0 unless sigma' is
      double share = 1 - (double) eta * eta * (1 - (double) kept / all);
      rest = (float) (kept * share);
    }
    return new AncestralSplit(NoiseSchedule.sqrt(rest), up);
  }

  /**
   * A share of fresh noise in range.
   *
   * @throws IllegalArgumentException if eta is not from 0 to 1
   */
  static float requireEta(double eta) {
    if (!(eta >= 0 && eta <= 1)) {
      throw new IllegalArgumentException("Eta %s: choose a number from 0 to 1.".formatted(eta));
    }
    return (float) eta;
  }
}
