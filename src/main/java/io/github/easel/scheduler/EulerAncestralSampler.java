package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;

/**
 * Euler's method with ancestral noise (k-diffusion's {@code sample_euler_ancestral}), with down and
 * up of {@link AncestralSplit} and z standard normal:
 *
 * <pre>
 * d  = (x - x_0(x, sigma)) / sigma
 * x' = x + d (down - sigma) + up z
 * </pre>
 */
public final class EulerAncestralSampler extends SigmaSampler {

  private final float eta;

  /**
   * A run with the full ancestral noise, eta = 1.
   *
   * @param steps 1 to the number of training steps
   * @throws IllegalArgumentException if steps is out of range
   */
  public EulerAncestralSampler(ScheduleConfig config, int steps) {
    this(config, steps, 1);
  }

  /**
   * A run with a share of the ancestral noise.
   *
   * @param eta 0 to 1
   */
  public EulerAncestralSampler(ScheduleConfig config, int steps, double eta) {
    super(config, SigmaSchedule.visiting(config, steps, FinalSigma.ZERO));
    this.eta = AncestralSplit.requireEta(eta);
  }

  @Override
  void move(int call, Scratch scratch, NoiseSource noise) {
    Prediction p = scratch.prediction;
    float sigma = schedule.sigma(call);
    AncestralSplit split = AncestralSplit.between(sigma, schedule.sigma(call + 1), eta);
    differentiate(sigma, p);
    advance(p.sample, p.noise, split.down() - sigma);
    scratch.draw(noise);
    advance(p.sample, scratch.noise, split.up());
  }
}
