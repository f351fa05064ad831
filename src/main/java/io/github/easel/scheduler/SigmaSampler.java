package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;
import io.github.easel.tensor.FloatTensor;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What the samplers that walk down sigma share: samples of the form x_0 + sigma e, which the model
 * sees scaled to unit variance, and the probability-flow differential equation dx/dsigma = (x -
 * x_0(x, sigma)) / sigma (Karras et al. 2022, "Elucidating the design space of diffusion-based
 * generative models", equation 3).
 */
abstract class SigmaSampler implements Sampler {

  /** Trained levels end at 15 (Stable Diffusion) to 160; without terminal signal at 4096. */
  private static final float NO_SIGNAL = 1000;

  final SigmaSchedule schedule;
  private final PredictionType prediction;
  private @Nullable Scratch scratch;

  SigmaSampler(ScheduleConfig config, SigmaSchedule schedule) {
    this.schedule = schedule;
    this.prediction = config.prediction();
    if (prediction == PredictionType.FLOW_PREDICTION) {
      throw new IllegalArgumentException("This sampler does not know how to walk down a flow.");
    }
  }

  @Override
  public int calls() {
    return schedule.steps();
  }

  @Override
  public double timestep(int call) {
    return schedule.timestep(call);
  }

  @Override
  public final double initialNoiseSigma() {
    return schedule.initialNoiseSigma();
  }

  /** The noise level of the sample that the model is shown at a call. */
  float modelSigma(int call) {
    return schedule.sigma(call);
  }

  @Override
  public final void scaleModelInput(int call, FloatTensor sample, FloatTensor input) {
    float sigma = modelSigma(call);
    float deviation = NoiseSchedule.sqrt(sigma * sigma + 1);
    FloatBuffer x = sample.buffer();
    FloatBuffer out = input.buffer();
    for (int i = 0; i < sample.size(); i++) {
      out.put(i, x.get(i) / deviation);
    }
  }

  @Override
  public final void addNoise(int call, FloatTensor clean, FloatTensor noise, FloatTensor noised) {
    SigmaSchedule.mix(1, modelSigma(call), clean, noise, noised);
  }

  @Override
  public final void step(int call, FloatTensor output, FloatTensor sample, NoiseSource noise) {
    scratch = Scratch.of(scratch, sample.shape());
    scratch.prediction.read(sample, output);
    move(call, scratch, noise);
    sample.set(scratch.prediction.sample);
  }

  @Override
  public final void predictClean(
      int call, FloatTensor output, FloatTensor sample, FloatTensor clean) {
    scratch = Scratch.of(scratch, sample.shape());
    scratch.prediction.read(sample, output);
    prediction.denoise(modelSigma(call), scratch.prediction);
    clean.set(scratch.prediction.clean);
  }

  /** Moves {@code scratch.prediction.sample} one call on. */
  abstract void move(int call, Scratch scratch, NoiseSource noise);

  /** Writes dx/dsigma at the sample to {@code p.noise}; {@code p.clean} becomes x_0. */
  final void differentiate(float sigma, Prediction p) {
    prediction.denoise(sigma, p);
    for (int i = 0; i < p.noise.length; i++) {
      p.noise[i] = (p.sample[i] - p.clean[i]) / sigma;
    }
  }

  /** A step of Euler's method: {@code x += derivative dSigma}. */
  static void advance(float[] x, float[] derivative, float change) {
    for (int i = 0; i < x.length; i++) {
      x[i] += derivative[i] * change;
    }
  }

  /**
   * Whether a step begins where nothing is left of the picture, as in models trained to zero
   * terminal signal. Slopes of two levels say nothing together there: dx/dsigma times a step of
   * thousands magnifies what little they differ by. What they say of x_0 can still be used.
   */
  final boolean startsBlind(int step) {
    return schedule.sigma(step) > NO_SIGNAL;
  }

  /**
   * Moves from {@code start} straight towards {@code p.clean}: x' = x_0 + share (x - x_0).
   *
   * @param share the noise level of the new sample over that of the old one
   */
  static void renoise(Prediction p, float[] start, float share) {
    for (int i = 0; i < start.length; i++) {
      p.sample[i] = p.clean[i] + share * (start[i] - p.clean[i]);
    }
  }
}
