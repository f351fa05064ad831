package io.github.easel.scheduler;

/**
 * How noise levels are laid between the noisiest and the least noisy of a run. Constants that
 * diffusers' configuration files know are named there {@code use_..._sigmas}.
 */
public enum SigmaCurve {
  /** The noise levels of the timesteps that the model's own spacing visits. */
  TIMESTEPS,
  /**
   * Karras et al. 2022, "Elucidating the design space of diffusion-based generative models",
   * equation 5, rho = 7: even steps in sigma^(1/rho).
   */
  KARRAS {
    @Override
    double[] between(double most, double least, int count) {
      double[] sigmas = evenly(Math.pow(most, 1 / RHO), Math.pow(least, 1 / RHO), count);
      for (int i = 0; i < count; i++) {
        sigmas[i] = Math.pow(sigmas[i], RHO);
      }
      return sigmas;
    }
  },
  /** Even steps in the logarithm of sigma. */
  EXPONENTIAL {
    @Override
    double[] between(double most, double least, int count) {
      double[] sigmas = evenly(Math.log(most), Math.log(least), count);
      for (int i = 0; i < count; i++) {
        sigmas[i] = Math.exp(sigmas[i]);
      }
      return sigmas;
    }
  },
  /**
   * Quantiles of the beta distribution with both parameters 0.6 (Lee et al. 2024, "Beta sampling is
   * all you need"): more steps at both ends than in the middle.
   */
  BETA {
    @Override
    double[] between(double most, double least, int count) {
      double[] sigmas = evenly(0, 1, count);
      for (int i = 0; i < count; i++) {
        sigmas[i] = least + BetaQuantile.of(1 - sigmas[i]) * (most - least);
      }
      return sigmas;
    }
  },
  /**
   * Even steps in lambda, the logarithm of the signal-to-noise ratio's root (Lu et al. 2022,
   * "DPM-Solver++: fast solver for guided sampling of diffusion probabilistic models").
   */
  LU,
  /**
   * Even steps of the noise's share in a flow, moved by a shift (Esser et al. 2024, "Scaling
   * rectified flow transformers for high-resolution image synthesis", equation 23).
   */
  FLOW,
  /** The table of {@link AlignYourSteps}. */
  ALIGN_YOUR_STEPS;

  private static final double RHO = 7;

  /**
   * Noise levels from the most to the least, both included (the least is left out if count is 1).
   */
  double[] between(double most, double least, int count) {
    throw new UnsupportedOperationException(name());
  }

  /** As numpy.linspace rounds. */
  static double[] evenly(double first, double last, int count) {
    double[] values = new double[count];
    double step = (last - first) / Math.max(1, count - 1);
    for (int i = 0; i < count; i++) {
      values[i] = first + i * step;
    }
    if (count > 1) {
      values[count - 1] = last;
    }
    return values;
  }
}
