package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;

/**
 * Heun's method of second order (Karras et al. 2022, "Elucidating the design space of
 * diffusion-based generative models", algorithm 1): two calls a step, but one for the last.
 *
 * <pre>
 * d  = (x - x_0(x, sigma)) / sigma
 * x~ = x + d (sigma' - sigma)                  (first call)
 * d' = (x~ - x_0(x~, sigma')) / sigma'
 * x' = x + (d + d') / 2 (sigma' - sigma)       (second call, if sigma' is above 0)
 * </pre>
 */
public final class HeunSampler extends SigmaSampler {

  private float[] start = {};
  private float[] slope = {};

  /**
   * One run.
   *
   * @param steps 1 to the number of training steps
   * @throws IllegalArgumentException if steps is out of range
   */
  public HeunSampler(ScheduleConfig config, int steps) {
    super(config, SigmaSchedule.visiting(config, steps, FinalSigma.ZERO));
  }

  @Override
  public int calls() {
    return 2 * schedule.steps() - 1;
  }

  @Override
  public int firstCall(int skipped) {
    return 2 * skipped;
  }

  @Override
  public double timestep(int call) {
    return schedule.timestep((call + 1) / 2);
  }

  @Override
  float modelSigma(int call) {
    return schedule.sigma((call + 1) / 2);
  }

  @Override
  void move(int call, Scratch scratch, NoiseSource noise) {
    Prediction p = scratch.prediction;
    int step = call / 2;
    differentiate(modelSigma(call), p);
    float change = schedule.sigma(step + 1) - schedule.sigma(step);
    if (call % 2 == 0) {
      start = Scratch.copy(p.sample, start);
      slope = Scratch.copy(p.noise, slope);
      advance(p.sample, p.noise, change);
    } else if (startsBlind(step)) {
      for (int i = 0; i < p.sample.length; i++) {
        float before = start[i] - schedule.sigma(step) * slope[i];
        p.clean[i] = (before + p.clean[i]) / 2;
      }
      renoise(p, start, schedule.sigma(step + 1) / schedule.sigma(step));
    } else {
      for (int i = 0; i < p.sample.length; i++) {
        p.sample[i] = start[i] + (slope[i] + p.noise[i]) / 2 * change;
      }
    }
  }
}
