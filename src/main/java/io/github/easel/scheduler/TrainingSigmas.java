package io.github.easel.scheduler;

/**
 * The noise levels of the training steps, sigma = sqrt((1 - alphaBar) / alphaBar), as Karras et al.
 * 2022 ("Elucidating the design space of diffusion-based generative models", table 1) see a
 * variance-preserving model. Rounded to single precision where diffusers rounds.
 */
final class TrainingSigmas {

  /** Stands in for an alphaBar of 0, whose sigma would be infinite: the least half-precision. */
  private static final float LEAST_ALPHA_BAR = 0x1p-24f;

  private static final double LEAST_SIGMA = 1e-10;

  private final float[] sigmas;
  private final float[] logs;

  TrainingSigmas(NoiseSchedule schedule) {
    int count = schedule.trainTimesteps();
    sigmas = new float[count];
    logs = new float[count];
    for (int i = 0; i < count; i++) {
      float alphaBar = schedule.alphaBar(i);
      float kept = alphaBar > 0 ? alphaBar : LEAST_ALPHA_BAR;
      sigmas[i] = NoiseSchedule.sqrt((1 - kept) / kept);
      logs[i] = NumpyFloat.log(sigmas[i]);
    }
  }

  int count() {
    return sigmas.length;
  }

  float least() {
    return sigmas[0];
  }

  float most() {
    return sigmas[sigmas.length - 1];
  }

  float leastLog() {
    return logs[0];
  }

  float mostLog() {
    return logs[logs.length - 1];
  }

  /** Between the two neighbouring training steps, by linear interpolation; ends beyond the ends. */
  double at(double timestep) {
    int below = (int) Math.floor(timestep);
    if (below < 0) {
      return sigmas[0];
    }
    if (below >= sigmas.length - 1) {
      return most();
    }
    double slope = (double) sigmas[below + 1] - sigmas[below];
    return slope * (timestep - below) + sigmas[below];
  }

  /** The place of a noise level among the training steps, by interpolation in its logarithm. */
  double timestepOf(double sigma) {
    double log = Math.log(Math.max(sigma, LEAST_SIGMA));
    int below = stepBelow(log);
    if (below == logs.length - 1) {
      return below;
    }
    double weight = (logs[below] - log) / ((double) logs[below] - logs[below + 1]);
    weight = Math.max(0, Math.min(1, weight));
    return (1 - weight) * below + weight * (below + 1);
  }

  /** The same in single precision, as diffusers finds places midway between two noise levels. */
  float timestepOf(float sigma) {
    float log = NumpyFloat.log(Math.max(sigma, (float) LEAST_SIGMA));
    int below = stepBelow(log);
    if (below == logs.length - 1) {
      return below;
    }
    float weight = (logs[below] - log) / (logs[below] - logs[below + 1]);
    weight = Math.max(0, Math.min(1, weight));
    return (1 - weight) * below + weight * (below + 1);
  }

  /** The last training step, but for the very last, whose noise is not more; 0 if there is none. */
  private int stepBelow(double log) {
    int below = 0;
    int above = logs.length - 1;
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (logs[middle] <= log) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return below;
  }
}
