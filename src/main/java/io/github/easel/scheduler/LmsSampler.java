package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;

/**
 * A linear multistep method, Adams-Bashforth for uneven steps (k-diffusion's {@code sample_lms};
 * Hairer, Norsett and Wanner 1993, "Solving ordinary differential equations I", section III.5):
 * slopes of earlier steps are interpolated by a polynomial, which is integrated over the step.
 *
 * <pre>
 * x' = x + sum over k of c_k d_(t-k)
 * c_k = integral from sigma_t to sigma_(t+1) of
 *       product over j other than k of (s - sigma_(t-j)) / (sigma_(t-k) - sigma_(t-j)) ds
 * </pre>
 */
public final class LmsSampler extends SigmaSampler {

  public static final int MOST_ORDER = 4;

  private final int order;

  /** The slopes of the latest steps, the latest first; those not reached yet are empty. */
  private final float[][] slopes;

  private int known;

  /**
   * A run of order 4.
   *
   * @param steps 1 to the number of training steps
   * @throws IllegalArgumentException if steps is out of range
   */
  public LmsSampler(ScheduleConfig config, int steps) {
    this(config, steps, MOST_ORDER);
  }

  /**
   * A run of another order.
   *
   * @param order 1 to 4
   */
  public LmsSampler(ScheduleConfig config, int steps, int order) {
    super(config, SigmaSchedule.visiting(config, steps, FinalSigma.ZERO));
    if (order < 1 || order > MOST_ORDER) {
      throw new IllegalArgumentException("Order %d: choose 1 to 4.".formatted(order));
    }
    this.order = order;
    this.slopes = new float[order][0];
  }

  @Override
  void move(int call, Scratch scratch, NoiseSource noise) {
    Prediction p = scratch.prediction;
    differentiate(schedule.sigma(call), p);
    remember(p.noise);
    // a run that begins late has fewer slopes than its place allows; diffusers leaves out their
    // terms, and so is followed here
    int used = Math.min(call + 1, order);
    for (int i = 0; i < p.sample.length; i++) {
      p.output[i] = 0;
    }
    for (int k = 0; k < Math.min(used, known); k++) {
      advance(p.output, slopes[k], (float) coefficient(call, k, used));
    }
    advance(p.sample, p.output, 1);
  }

  private void remember(float[] slope) {
    float[] oldest = slopes[order - 1];
    System.arraycopy(slopes, 0, slopes, 1, order - 1);
    slopes[0] = Scratch.copy(slope, oldest);
    known = Math.min(known + 1, order);
  }

  private double coefficient(int call, int k, int used) {
    return GaussKronrod.integrate(
        sigma -> basis((float) sigma, call, k, used),
        schedule.sigma(call),
        schedule.sigma(call + 1));
  }

  /**
   * The polynomial that is 1 at the k-th latest noise level and 0 at the others, in the single
   * precision that diffusers computes it in: large steps magnify its rounding.
   */
  private float basis(float sigma, int call, int k, int used) {
    float product = 1;
    float own = schedule.sigma(call - k);
    for (int j = 0; j < used; j++) {
      if (j != k) {
        float other = schedule.sigma(call - j);
        product *= (sigma - other) / (own - other);
      }
    }
    return product;
  }
}
