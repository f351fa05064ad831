package io.github.easel.app;

import io.github.easel.scheduler.NoiseSchedule;
import io.github.easel.scheduler.PredictionType;
import io.github.easel.scheduler.ScheduleConfig;

/**
 * How a picture goes down in noise: x_t = signal x_0 + noise e. Diffusion keeps the sum of their
 * squares at 1, signal = sqrt(alphaBar_t) (Ho et al. 2020, equation 4); a flow keeps their sum at
 * 1, signal = 1 - t / T (Lipman et al. 2023). Immutable.
 */
public final class NoiseCurve {

  private final double[] signal;
  private final double[] noise;
  private final boolean flow;

  private NoiseCurve(int timesteps, boolean flow) {
    signal = new double[timesteps];
    noise = new double[timesteps];
    this.flow = flow;
  }

  /** The curve of a model. */
  static NoiseCurve of(ScheduleConfig config) {
    boolean flow = config.prediction() == PredictionType.FLOW_PREDICTION;
    NoiseSchedule schedule = NoiseSchedule.of(config.betas());
    NoiseCurve curve = new NoiseCurve(schedule.trainTimesteps(), flow);
    for (int t = 0; t < curve.signal.length; t++) {
      double kept = schedule.alphaBar(t);
      double passed = (double) t / curve.signal.length;
      curve.signal[t] = flow ? 1 - passed : Math.sqrt(kept);
      curve.noise[t] = flow ? passed : Math.sqrt(1 - kept);
    }
    return curve;
  }

  /** T, the number of training steps; t is from 0 to below. */
  public int timesteps() {
    return signal.length;
  }

  /** What is left of the picture at t, from nearly 1 down to nearly 0. */
  public double signal(int t) {
    return signal[t];
  }

  /** What the noise has come to at t, from nearly 0 up to nearly 1. */
  public double noise(int t) {
    return noise[t];
  }

  /** Whether the model learned a flow, so that the shares add up to 1 and not their squares. */
  public boolean flow() {
    return flow;
  }
}
