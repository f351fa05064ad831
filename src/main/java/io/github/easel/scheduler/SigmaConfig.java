package io.github.easel.scheduler;

/**
 * The noise levels of the samplers that walk down sigma rather than the training steps.
 *
 * @param curve how they are laid out
 * @param last where a run ends; samplers that cannot choose go their own way
 * @param interpolation how the levels of timesteps are found
 * @param flowShift the shift of {@link SigmaCurve#FLOW}, above 0; diffusers' {@code flow_shift}
 */
public record SigmaConfig(
    SigmaCurve curve, FinalSigma last, Interpolation interpolation, double flowShift) {

  /**
   * How Euler's sampler finds the levels of timesteps. Constants are named as diffusers' {@code
   * interpolation_type}, in capitals.
   */
  public enum Interpolation {
    /** Between the neighbouring training steps. */
    LINEAR,
    /** Even steps in the logarithm of sigma, over all of the training steps. */
    LOG_LINEAR
  }

  public SigmaConfig {
    if (!(flowShift > 0)) {
      throw new IllegalArgumentException("flow shift " + flowShift + " is not above 0");
    }
  }

  /** What holds where a model's configuration says nothing. */
  public static SigmaConfig defaults() {
    return new SigmaConfig(SigmaCurve.TIMESTEPS, FinalSigma.ZERO, Interpolation.LINEAR, 1);
  }

  /** The same along another curve. */
  public SigmaConfig withCurve(SigmaCurve other) {
    return new SigmaConfig(other, last, interpolation, flowShift);
  }
}
