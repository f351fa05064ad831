package io.github.easel.scheduler;

/**
 * A point of a noised sample's way, x = alpha x_0 + sigma e, in the terms of the solvers that
 * integrate over lambda = log(alpha / sigma) (Lu et al. 2022, "DPM-Solver: a fast ODE solver for
 * diffusion probabilistic model sampling in around 10 steps", section 2.2).
 *
 * @param alpha share of the clean sample, 0 to 1
 * @param sigma share of the noise, 0 to 1
 * @param lambda half the logarithm of the signal-to-noise ratio; infinite where sigma is 0
 */
record NoiseLevel(float alpha, float sigma, float lambda) {

  /** Where alpha^2 + sigma^2 = 1 and the ratio sigma / alpha is given. */
  static NoiseLevel ofRatio(float ratio) {
    float alpha = 1 / NoiseSchedule.sqrt(ratio * ratio + 1);
    return of(alpha, ratio * alpha);
  }

  /** Where alpha = 1 - sigma, as in a flow. */
  static NoiseLevel ofFlow(float sigma) {
    return of(1 - sigma, sigma);
  }

  private static NoiseLevel of(float alpha, float sigma) {
    return new NoiseLevel(alpha, sigma, log(alpha) - log(sigma));
  }

  /** The way in lambda from here to a level of less noise. */
  float to(NoiseLevel other) {
    return other.lambda - lambda;
  }

  static float log(float value) {
    return (float) Math.log(value);
  }
}
