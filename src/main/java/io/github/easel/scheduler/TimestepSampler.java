package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;
import io.github.easel.tensor.FloatTensor;
import org.jspecify.annotations.Nullable;

/**
 * What the samplers that walk down the training steps share: one model call a step, samples of unit
 * variance, and the split of the model's output into clean sample and noise.
 */
abstract class TimestepSampler implements Sampler {

  final NoiseSchedule schedule;
  final int[] timesteps;
  private final ScheduleConfig config;

  /** Made at the first step, when the shape is known, and used by all others. */
  private @Nullable Scratch scratch;

  TimestepSampler(ScheduleConfig config, int steps) {
    this(config, visited(config, steps));
  }

  /**
   * A run over timesteps of the algorithm's own choosing.
   *
   * @param timesteps noisiest first, each from 0 to below the number of training steps
   */
  TimestepSampler(ScheduleConfig config, int[] timesteps) {
    this.config = config;
    this.schedule = NoiseSchedule.of(config.betas());
    this.timesteps = timesteps;
  }

  /** The timesteps that the configuration asks for; leading ones if it does not say. */
  static int[] visited(ScheduleConfig config, int steps) {
    TimestepConfig chosen = config.timesteps();
    return chosen
        .spacing()
        .orElse(TimestepSpacing.LEADING)
        .timesteps(steps, config.betas().trainTimesteps(), chosen.stepsOffset());
  }

  @Override
  public final int calls() {
    return timesteps.length;
  }

  @Override
  public final double timestep(int call) {
    return timesteps[call];
  }

  @Override
  public final double initialNoiseSigma() {
    return 1;
  }

  @Override
  public final void scaleModelInput(int call, FloatTensor sample, FloatTensor input) {
    input.set(sample);
  }

  @Override
  public final void addNoise(int call, FloatTensor clean, FloatTensor noise, FloatTensor noised) {
    schedule.addNoise(timesteps[call], clean, noise, noised);
  }

  @Override
  public final void step(int call, FloatTensor output, FloatTensor sample, NoiseSource noise) {
    Scratch split = split(call, output, sample);
    float deviation = move(call, split.prediction);
    if (drawsNoise(call)) {
      split.addNoise(noise, deviation);
    }
    sample.set(split.prediction.sample);
  }

  @Override
  public final void predictClean(
      int call, FloatTensor output, FloatTensor sample, FloatTensor clean) {
    clean.set(split(call, output, sample).prediction.clean);
  }

  /** Splits the model's output into clean sample and noise. */
  private Scratch split(int call, FloatTensor output, FloatTensor sample) {
    Scratch ready = Scratch.of(scratch, sample.shape());
    scratch = ready;
    Prediction p = ready.prediction;
    p.read(sample, output);
    float alphaBar = schedule.alphaBar(timesteps[call]);
    config.prediction().split(NoiseSchedule.sqrt(alphaBar), NoiseSchedule.sqrt(1 - alphaBar), p);
    config.clipping().apply(p.clean, ready.items(), p.output);
    return ready;
  }

  /**
   * Moves {@code p.sample} to the mean of the next sample.
   *
   * @return the standard deviation of the noise to add to it
   */
  abstract float move(int call, Prediction p);

  /** Whether a call takes noise from the source. */
  abstract boolean drawsNoise(int call);
}
