package io.github.easel.scheduler;

/**
 * What the model's output means. With x_t = a x_0 + s e, where a^2 = alphaBar_t, s^2 = 1 -
 * alphaBar_t, x_0 the clean sample and e the noise, each constant says how x_0 and e follow from
 * the sample x_t and the output. Constants are named as diffusers' configuration files write them,
 * in capitals.
 */
public enum PredictionType {
  /**
   * The noise e (Ho et al. 2020, "Denoising diffusion probabilistic models", equation 15).
   *
   * <p>Where a is 0 (zero terminal SNR) the sample holds no trace of x_0, and the formula would
   * divide by 0; latents have mean 0, and so 0 is taken for x_0.
   */
  EPSILON {
    @Override
    void split(float a, float s, Prediction p) {
      for (int i = 0; i < p.clean.length; i++) {
        p.clean[i] = a == 0 ? 0 : (p.sample[i] - s * p.output[i]) / a;
        p.noise[i] = p.output[i];
      }
    }

    @Override
    void denoise(float sigma, Prediction p) {
      for (int i = 0; i < p.clean.length; i++) {
        p.clean[i] = p.sample[i] - sigma * p.output[i];
      }
    }
  },
  /** The clean sample x_0. */
  SAMPLE {
    @Override
    void split(float a, float s, Prediction p) {
      for (int i = 0; i < p.clean.length; i++) {
        p.clean[i] = p.output[i];
        p.noise[i] = (p.sample[i] - a * p.output[i]) / s;
      }
    }

    @Override
    void denoise(float sigma, Prediction p) {
      System.arraycopy(p.output, 0, p.clean, 0, p.clean.length);
    }
  },
  /**
   * The velocity v = a e - s x_0 (Salimans and Ho 2022, "Progressive distillation for fast sampling
   * of diffusion models", appendix D).
   */
  V_PREDICTION {
    @Override
    void split(float a, float s, Prediction p) {
      for (int i = 0; i < p.clean.length; i++) {
        p.clean[i] = a * p.sample[i] - s * p.output[i];
        p.noise[i] = a * p.output[i] + s * p.sample[i];
      }
    }

    @Override
    void denoise(float sigma, Prediction p) {
      float variance = sigma * sigma + 1;
      float outputShare = -sigma / NoiseSchedule.sqrt(variance);
      for (int i = 0; i < p.clean.length; i++) {
        p.clean[i] = p.output[i] * outputShare + p.sample[i] / variance;
      }
    }
  },
  /**
   * The velocity v = e - x_0 of a flow (Lipman et al. 2023, "Flow matching for generative
   * modeling"), for which a = 1 - s.
   */
  FLOW_PREDICTION {
    @Override
    void split(float a, float s, Prediction p) {
      for (int i = 0; i < p.clean.length; i++) {
        p.clean[i] = p.sample[i] - s * p.output[i];
        p.noise[i] = p.sample[i] + a * p.output[i];
      }
    }

    @Override
    void denoise(float sigma, Prediction p) {
      throw new IllegalArgumentException("This sampler does not know how to walk down a flow.");
    }
  };

  /**
   * Writes {@code p.clean} and {@code p.noise} from {@code p.sample} and {@code p.output}.
   *
   * @param a share of the clean sample, 0 to 1
   * @param s share of the noise, above 0 to 1
   */
  abstract void split(float a, float s, Prediction p);

  /**
   * Writes {@code p.clean} from {@code p.output} and {@code p.sample}, which is x_0 + sigma e here:
   * 1 / a times the sample above, with sigma = s / a (Karras et al. 2022, "Elucidating the design
   * space of diffusion-based generative models", table 1).
   *
   * @param sigma above 0
   */
  abstract void denoise(float sigma, Prediction p);
}
