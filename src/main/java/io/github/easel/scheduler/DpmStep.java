package io.github.easel.scheduler;

import io.github.easel.scheduler.SolverConfig.Algorithm;

/**
 * The weights of one step of DPM-Solver, whichever equation it solves (Lu et al. 2022,
 * "DPM-Solver", equation 3.4 and appendix B; Lu et al. 2022, "DPM-Solver++: fast solver for guided
 * sampling of diffusion probabilistic models", equation 8, section 4 and appendix A; for the
 * stochastic forms its section 5). With s where the step starts, t where it ends and h = lambda_t -
 * lambda_s:
 *
 * <pre>
 *              ODE, noise (DPM-Solver)              ODE, clean sample (DPM-Solver++)
 * sample       alpha_t / alpha_s                    sigma_t / sigma_s
 * constant     -sigma_t (e^h - 1)                   -alpha_t (e^-h - 1)
 * linear       -sigma_t ((e^h - 1) / h - 1)         alpha_t ((e^-h - 1) / h + 1)
 * quadratic    -sigma_t ((e^h - 1 - h) / h^2 - 1/2) -alpha_t ((e^-h - 1 + h) / h^2 - 1/2)
 *
 *              SDE, noise                           SDE, clean sample
 * sample       alpha_t / alpha_s                    sigma_t / sigma_s e^-h
 * constant     twice that of the ODE                alpha_t (1 - e^-2h)
 * linear       twice that of the ODE                alpha_t ((1 - e^-2h) / (-2h) + 1)
 * quadratic    twice that of the ODE                alpha_t ((1 - e^-2h - 2h) / (2h)^2 - 1/2)
 * noise        sigma_t sqrt(e^2h - 1)               sigma_t sqrt(1 - e^-2h)
 * </pre>
 *
 * <p>The expansion of the last form has + 1/2 in its quadratic weight; the 1/2 is taken away here
 * as it is in diffusers, whose pictures are to be met. Only order 3 with fresh noise has to do with
 * it.
 *
 * @param sample weight of the sample
 * @param constant weight of the predicted quantity
 * @param linear weight of its first derivative, times h
 * @param quadratic weight of its second derivative, times h^2
 * @param noise standard deviation of the fresh noise; 0 for the ODEs
 */
record DpmStep(float sample, float constant, float linear, float quadratic, float noise) {

  static DpmStep of(Algorithm algorithm, NoiseLevel s, NoiseLevel t) {
    float h = s.to(t);
    return switch (algorithm) {
      case DPMSOLVER -> noise(s, t, h, 1, 0);
      case DPMSOLVER_PLUS_PLUS -> clean(s, t, h);
      case SDE_DPMSOLVER -> noise(s, t, h, 2, t.sigma() * deviation(exp(2 * h) - 1));
      case SDE_DPMSOLVER_PLUS_PLUS -> stochasticClean(s, t, h);
    };
  }

  /** Whether the clean sample is integrated, rather than the noise. */
  static boolean predictsClean(Algorithm algorithm) {
    return algorithm == Algorithm.DPMSOLVER_PLUS_PLUS
        || algorithm == Algorithm.SDE_DPMSOLVER_PLUS_PLUS;
  }

  /** Whether each step adds fresh noise. */
  static boolean drawsNoise(Algorithm algorithm) {
    return algorithm == Algorithm.SDE_DPMSOLVER || algorithm == Algorithm.SDE_DPMSOLVER_PLUS_PLUS;
  }

  /** Where the configuration says that a run ends, but an integral of the noise never gets to 0. */
  static FinalSigma last(ScheduleConfig config) {
    return predictsClean(config.samplers().solver().algorithm())
        ? config.samplers().sigmas().last()
        : FinalSigma.SIGMA_MIN;
  }

  private static DpmStep noise(NoiseLevel s, NoiseLevel t, float h, float times, float deviation) {
    float grown = exp(h) - 1;
    return new DpmStep(
        t.alpha() / s.alpha(),
        -times * (t.sigma() * grown),
        -times * (t.sigma() * (grown / h - 1)),
        -times * (t.sigma() * ((grown - h) / (h * h) - 0.5f)),
        deviation);
  }

  private static DpmStep clean(NoiseLevel s, NoiseLevel t, float h) {
    float shrunk = exp(-h) - 1;
    return new DpmStep(
        t.sigma() / s.sigma(),
        -(t.alpha() * shrunk),
        t.alpha() * (shrunk / h + 1),
        -(t.alpha() * ((shrunk + h) / (h * h) - 0.5f)),
        0);
  }

  private static DpmStep stochasticClean(NoiseLevel s, NoiseLevel t, float h) {
    float lost = 1 - exp(-2 * h);
    return new DpmStep(
        t.sigma() / s.sigma() * exp(-h),
        t.alpha() * lost,
        t.alpha() * (lost / (-2 * h) + 1),
        t.alpha() * ((lost - 2 * h) / (2 * h * (2 * h)) - 0.5f),
        t.sigma() * deviation(lost));
  }

  /** The weight of the difference from the middle of the step, in the midpoint method. */
  float midpoint() {
    return 0.5f * constant;
  }

  /** Moves x with the predicted quantity alone. */
  void first(float[] x, float[] predicted) {
    for (int i = 0; i < x.length; i++) {
      x[i] = sample * x[i] + constant * predicted[i];
    }
  }

  /**
   * Moves x with a first derivative, too.
   *
   * @param base the predicted quantity where the step starts
   * @param newer what was predicted last
   * @param older what was predicted before
   * @param slope the derivative's share of newer - older
   * @param weight the derivative's weight
   */
  void second(float[] x, float[] base, float[] newer, float[] older, float slope, float weight) {
    for (int i = 0; i < x.length; i++) {
      float derivative = slope * (newer[i] - older[i]);
      x[i] = sample * x[i] + constant * base[i] + weight * derivative;
    }
  }

  /** Where x moves with two derivatives. */
  float third(float x, float predicted, float first, float second) {
    return sample * x + constant * predicted + linear * first + quadratic * second;
  }

  /** Nothing is added on a step to a level of more noise, as the end of a run can be. */
  private static float deviation(float variance) {
    return NoiseSchedule.sqrt(Math.max(0, variance));
  }

  private static float exp(float value) {
    return SleefFloat.exp(value);
  }
}
