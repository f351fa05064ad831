package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;

/**
 * Euler's method (Karras et al. 2022, "Elucidating the design space of diffusion-based generative
 * models", algorithm 2 without its correction):
 *
 * <pre>
 * sigma^ = sigma (1 + gamma)
 * x^     = x + sqrt(sigma^^2 - sigma^2) S_noise z         (only if gamma is above 0)
 * d      = (x^ - x_0(x^, sigma^)) / sigma^
 * x'     = x^ + d (sigma' - sigma^)
 * </pre>
 */
public final class EulerSampler extends SigmaSampler {

  private final Churn churn;

  /**
   * A deterministic run.
   *
   * @param steps 1 to the number of training steps
   * @throws IllegalArgumentException if steps is out of range
   */
  public EulerSampler(ScheduleConfig config, int steps) {
    this(config, steps, Churn.none());
  }

  /** A run with fresh noise in its steps. */
  public EulerSampler(ScheduleConfig config, int steps, Churn churn) {
    super(config, SigmaSchedule.visiting(config, steps, config.samplers().sigmas().last()));
    this.churn = churn;
  }

  @Override
  void move(int call, Scratch scratch, NoiseSource noise) {
    Prediction p = scratch.prediction;
    float sigma = schedule.sigma(call);
    double gamma = churn.gamma(sigma, schedule.steps());
    float raised = sigma * (float) (gamma + 1);
    if (gamma > 0) {
      scratch.draw(noise);
      float deviation = NoiseSchedule.sqrt(raised * raised - sigma * sigma);
      for (int i = 0; i < p.sample.length; i++) {
        p.sample[i] += scratch.noise[i] * (float) churn.noise() * deviation;
      }
    }
    differentiate(raised, p);
    advance(p.sample, p.noise, schedule.sigma(call + 1) - raised);
  }
}
