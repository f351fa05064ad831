package io.github.easel.scheduler;

import io.github.easel.tensor.FloatTensor;
import java.nio.FloatBuffer;

/**
 * The noise levels that a run walks down and the timesteps that the model is told at them.
 * Immutable.
 *
 * <p>In the terms of Karras et al. 2022 ("Elucidating the design space of diffusion-based
 * generative models") a sample at the level sigma is x_0 + sigma e. Levels are single-precision
 * numbers, computed in double precision as diffusers computes them.
 */
public final class SigmaSchedule {

  private final float[] sigmas;
  private final float[] timesteps;
  private final boolean scaledStart;

  /**
   * A schedule of known levels.
   *
   * @param sigmas one more than timesteps: the last is where the run ends
   * @param timesteps one a step
   * @param scaledStart whether the first sample's deviation is that of picture and noise together
   */
  SigmaSchedule(double[] sigmas, double[] timesteps, boolean scaledStart) {
    if (sigmas.length != timesteps.length + 1) {
      throw new IllegalArgumentException(sigmas.length + " sigmas, " + timesteps.length + " steps");
    }
    this.sigmas = toFloats(sigmas);
    this.timesteps = toFloats(timesteps);
    this.scaledStart = scaledStart;
  }

  /**
   * The schedule of the samplers of k-diffusion (Euler, Heun, LMS, DPM2): the levels of the
   * timesteps visited, or a curve from the noisiest to the least noisy of these.
   *
   * @param last where the run ends
   * @throws IllegalArgumentException if steps is not from 1 to the number of training steps
   */
  public static SigmaSchedule visiting(ScheduleConfig config, int steps, FinalSigma last) {
    return new SigmaScheduleBuilder(config, steps).visiting(last);
  }

  /**
   * The schedule of the solvers of higher order (DPM-Solver, DEIS, UniPC): whole timesteps, of one
   * more than needed the last is left out; curves go from the noisiest training step to the least
   * noisy.
   *
   * @param last where the run ends
   * @throws IllegalArgumentException if steps is not from 1 to the number of training steps
   */
  public static SigmaSchedule solving(ScheduleConfig config, int steps, FinalSigma last) {
    return new SigmaScheduleBuilder(config, steps).solving(last);
  }

  /** The number of steps. */
  public int steps() {
    return timesteps.length;
  }

  /**
   * The noise level before a step, above 0.
   *
   * @param step 0 to steps(): the last is where the run ends, and may be 0
   */
  public float sigma(int step) {
    return sigmas[step];
  }

  /**
   * What the model is told at a step.
   *
   * @param step 0 to steps() - 1
   */
  public float timestep(int step) {
    return timesteps[step];
  }

  /**
   * The standard deviation of a first sample in the form x_0 + sigma e: the first sigma, or where
   * the run does not start at the very last training step, that of picture and noise together.
   */
  public float initialNoiseSigma() {
    float most = sigmas[0];
    for (float sigma : sigmas) {
      most = Math.max(most, sigma);
    }
    return scaledStart ? NoiseSchedule.sqrt(most * most + 1) : most;
  }

  /**
   * Writes a x + s e.
   *
   * @param noised receives the result; may be one of the other two
   */
  static void mix(float a, float s, FloatTensor clean, FloatTensor noise, FloatTensor noised) {
    FloatBuffer x = clean.buffer();
    FloatBuffer e = noise.buffer();
    FloatBuffer out = noised.buffer();
    for (int i = 0; i < clean.size(); i++) {
      out.put(i, a * x.get(i) + s * e.get(i));
    }
  }

  private static float[] toFloats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
