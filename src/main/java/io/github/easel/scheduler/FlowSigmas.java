package io.github.easel.scheduler;

import java.util.Arrays;

/**
 * The noise levels of a flow, from 1 down, with 0 at the end. Even steps are moved by a shift s
 * (Esser et al. 2024, "Scaling rectified flow transformers for high-resolution image synthesis",
 * equation 23), sigma' = s sigma / (1 + (s - 1) sigma), and laid along a curve if one is asked for.
 */
final class FlowSigmas {

  private FlowSigmas() {}

  static float[] of(FlowConfig flow, SigmaCurve curve, int trainTimesteps, int steps) {
    double shift = flow.shift();
    // a fixed shift was part of training, which makes the least level shift twice
    double least = 1.0 / trainTimesteps;
    if (flow.dynamicShift()) {
      shift = flow.mu().isPresent() ? Math.exp(flow.mu().getAsDouble()) : shift;
    } else {
      least = (float) shifted(shift, (float) least);
    }
    double[] sigmas = SigmaCurve.evenly(trainTimesteps, least * trainTimesteps, steps);
    for (int i = 0; i < steps; i++) {
      sigmas[i] = shifted(shift, sigmas[i] / trainTimesteps);
    }
    if (flow.terminal().isPresent()) {
      stretch(sigmas, flow.terminal().getAsDouble());
    }
    double[] laid =
        switch (curve) {
          case KARRAS, EXPONENTIAL, BETA -> curve.between(sigmas[0], sigmas[steps - 1], steps);
          default -> sigmas;
        };
    float[] ended = new float[steps + 1];
    for (int i = 0; i < steps; i++) {
      ended[i] = (float) laid[i];
    }
    return ended;
  }

  private static double shifted(double shift, double sigma) {
    return shift * sigma / (1 + (shift - 1) * sigma);
  }

  /** Moves the last level to a given one, and the others in proportion to their distance to 1. */
  private static void stretch(double[] sigmas, double last) {
    double scale = (1 - sigmas[sigmas.length - 1]) / (1 - last);
    if (scale > 0) {
      Arrays.setAll(sigmas, i -> 1 - (1 - sigmas[i]) / scale);
    }
  }
}
