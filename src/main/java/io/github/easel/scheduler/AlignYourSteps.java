package io.github.easel.scheduler;

/**
 * The optimized noise levels of Sabour et al. 2024, "Align your steps: optimizing sampling
 * schedules in diffusion models", for Stable Diffusion 1, published for 10 steps; other numbers of
 * steps follow by interpolation in the logarithm of sigma, as the authors advise.
 */
final class AlignYourSteps {

  private static final double[] TABLE = {
    14.615, 6.475, 3.861, 2.697, 1.886, 1.396, 0.963, 0.652, 0.399, 0.152, 0.029
  };

  private AlignYourSteps() {}

  /** Noise levels of a run, from the most to the least (which is left out if steps is 1). */
  static double[] sigmas(int steps) {
    double[] sigmas = new double[steps];
    for (int i = 0; i < steps; i++) {
      double place = steps == 1 ? 0 : (double) i * (TABLE.length - 1) / (steps - 1);
      int below = Math.min((int) place, TABLE.length - 2);
      double low = Math.log(TABLE[below]);
      double high = Math.log(TABLE[below + 1]);
      sigmas[i] = Math.exp(low + (place - below) * (high - low));
    }
    return sigmas;
  }
}
