package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;

/**
 * DPM-Solver-2 in Karras' terms (k-diffusion's {@code sample_dpm_2}; Lu et al. 2022, "DPM-Solver: a
 * fast ODE solver for diffusion probabilistic model sampling in around 10 steps", algorithm 1 with
 * r = 1/2): the midpoint method in the logarithm of sigma, two calls a step, but one for the last.
 *
 * <pre>
 * mid = sqrt(sigma sigma')
 * x~  = x + (x - x_0(x, sigma)) / sigma (mid - sigma)       (first call)
 * x'  = x + (x~ - x_0(x~, mid)) / mid (sigma' - sigma)      (second call)
 * </pre>
 */
public final class Dpm2Sampler extends MidpointSampler {

  /**
   * One run.
   *
   * @param steps 1 to the number of training steps
   * @throws IllegalArgumentException if steps is out of range
   */
  public Dpm2Sampler(ScheduleConfig config, int steps) {
    super(config, steps);
  }

  @Override
  float target(int step) {
    return schedule.sigma(step + 1);
  }

  @Override
  void finish(int step, Scratch scratch, NoiseSource noise) {}

  @Override
  float halfway(float from, float to) {
    return from - (from - to) * 0.5f;
  }
}
