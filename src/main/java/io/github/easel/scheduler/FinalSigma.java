package io.github.easel.scheduler;

/**
 * The noise level that a run ends at. Constants are named as diffusers' {@code final_sigmas_type},
 * in capitals.
 */
public enum FinalSigma {
  /** No noise. */
  ZERO,
  /** The noise of the first training step. */
  SIGMA_MIN
}
