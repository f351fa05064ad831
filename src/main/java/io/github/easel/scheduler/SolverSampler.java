package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;
import io.github.easel.tensor.FloatTensor;
import org.jspecify.annotations.Nullable;

/**
 * What the solvers of higher order share: one model call a step, samples of unit variance, noise
 * levels in lambda, and the memory of what was predicted before.
 */
abstract class SolverSampler implements Sampler {

  /** The noise level of each call, and the one that the last call ends at. */
  final NoiseLevel[] levels;

  private final ScheduleConfig config;
  private final SigmaSchedule schedule;
  private final int memory;
  private @Nullable Scratch scratch;
  private @Nullable History predicted;

  /**
   * A run.
   *
   * @param memory predictions to remember, from 1
   */
  SolverSampler(ScheduleConfig config, SigmaSchedule schedule, int memory) {
    this.config = config;
    this.schedule = schedule;
    this.memory = memory;
    this.levels = new NoiseLevel[schedule.steps() + 1];
    boolean flow = config.samplers().sigmas().curve() == SigmaCurve.FLOW;
    for (int i = 0; i < levels.length; i++) {
      float sigma = schedule.sigma(i);
      levels[i] = flow ? NoiseLevel.ofFlow(sigma) : NoiseLevel.ofRatio(sigma);
    }
  }

  @Override
  public final int calls() {
    return schedule.steps();
  }

  @Override
  public final double timestep(int call) {
    return schedule.timestep(call);
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
    NoiseLevel level = levels[call];
    SigmaSchedule.mix(level.alpha(), level.sigma(), clean, noise, noised);
  }

  @Override
  public final void step(int call, FloatTensor output, FloatTensor sample, NoiseSource noise) {
    Scratch split = split(call, output, sample);
    if (predicted == null || predicted.size() != sample.size()) {
      predicted = new History(memory, sample.size());
    }
    float deviation = move(call, split.prediction, predicted);
    if (drawsNoise()) {
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
    config.prediction().split(levels[call].alpha(), levels[call].sigma(), p);
    // as in diffusers, solvers know of no clamp: one would bend what they extrapolate
    if (config.clipping() instanceof Clipping.DynamicThreshold threshold) {
      threshold.apply(p.clean, ready.items(), p.output);
      noiseFromClean(levels[call], p);
    }
    return ready;
  }

  /**
   * Moves {@code p.sample} to the next noise level, or to its mean, and remembers what the solver
   * integrates. {@code p.output} is free to be used.
   *
   * @param predicted what was integrated at the calls before; empty at the first call of a run
   * @return the standard deviation of the noise to add
   */
  abstract float move(int call, Prediction p, History predicted);

  /** Whether each call takes noise from the source. */
  boolean drawsNoise() {
    return false;
  }

  /**
   * How many steps in a row, the call's own and those before it, have a length in lambda that a
   * derivative can be taken over: neither 0 (a level that comes twice) nor infinite (an end without
   * noise).
   *
   * @param most where to stop counting, to call + 1
   */
  final int soundSteps(int call, int most) {
    int sound = 0;
    while (sound < most) {
      float h = levels[call - sound].to(levels[call - sound + 1]);
      if (h == 0 || !Float.isFinite(h)) {
        break;
      }
      sound++;
    }
    return sound;
  }

  static void noiseFromClean(NoiseLevel level, Prediction p) {
    for (int i = 0; i < p.noise.length; i++) {
      p.noise[i] = (p.sample[i] - level.alpha() * p.clean[i]) / level.sigma();
    }
  }

  static void remember(float[] values, History predicted) {
    System.arraycopy(values, 0, predicted.push(), 0, values.length);
  }
}
