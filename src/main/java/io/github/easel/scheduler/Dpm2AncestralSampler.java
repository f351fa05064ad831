package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;

/**
 * DPM-Solver-2 with ancestral noise (k-diffusion's {@code sample_dpm_2_ancestral}): the steps of
 * {@link Dpm2Sampler} go to down of {@link AncestralSplit} instead of sigma', and end with noise:
 *
 * <pre>
 * mid = sqrt(sigma down)
 * x~  = x + (x - x_0(x, sigma)) / sigma (mid - sigma)            (first call)
 * x'  = x + (x~ - x_0(x~, mid)) / mid (down - sigma) + up z      (second call)
 * </pre>
 */
public final class Dpm2AncestralSampler extends MidpointSampler {

  private final float eta;

  /**
   * A run with the full ancestral noise, eta = 1.
   *
   * @param steps 1 to the number of training steps
   * @throws IllegalArgumentException if steps is out of range
   */
  public Dpm2AncestralSampler(ScheduleConfig config, int steps) {
    this(config, steps, 1);
  }

  /**
   * A run with a share of the ancestral noise.
   *
   * @param eta 0 to 1
   */
  public Dpm2AncestralSampler(ScheduleConfig config, int steps, double eta) {
    super(config, steps);
    this.eta = AncestralSplit.requireEta(eta);
  }

  private AncestralSplit split(int step) {
    return AncestralSplit.between(schedule.sigma(step), schedule.sigma(step + 1), eta);
  }

  @Override
  float target(int step) {
    return split(step).down();
  }

  @Override
  void finish(int step, Scratch scratch, NoiseSource noise) {
    scratch.draw(noise);
    advance(scratch.prediction.sample, scratch.noise, split(step).up());
  }

  @Override
  float halfway(float from, float to) {
    return to - (to - from) * 0.5f;
  }
}
