package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
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
    if (scratch == null || !scratch.shape.equals(sample.shape())) {
      scratch = new Scratch(sample.shape(), memory);
    }
    Prediction p = scratch.prediction;
    p.read(sample, output);
    config.prediction().split(levels[call].alpha(), levels[call].sigma(), p);
    // as in diffusers, solvers know of no clamp: one would bend what they extrapolate
    if (config.clipping() instanceof Clipping.DynamicThreshold threshold) {
      threshold.apply(p.clean, scratch.items(), p.output);
      noiseFromClean(levels[call], p);
    }
    float deviation = move(call, p, scratch.predicted);
    if (drawsNoise()) {
      noise.fill(scratch.noise);
      scratch.noise.get(p.output);
      for (int i = 0; i < p.sample.length; i++) {
        p.sample[i] += deviation * p.output[i];
      }
    }
    sample.set(p.sample);
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

  /** Whether a derivative over the next step means anything: its length is neither 0 nor infinite. */
  final boolean extrapolates(int call) {
    float h = levels[call].to(levels[call + 1]);
    return h != 0 && Float.isFinite(h);
  }

  static void noiseFromClean(NoiseLevel level, Prediction p) {
    for (int i = 0; i < p.noise.length; i++) {
      p.noise[i] = (p.sample[i] - level.alpha() * p.clean[i]) / level.sigma();
    }
  }

  static void remember(float[] values, History predicted) {
    System.arraycopy(values, 0, predicted.push(), 0, values.length);
  }

  private static final class Scratch {

    private final Shape shape;
    private final Prediction prediction;
    private final History predicted;
    private final FloatTensor noise;

    Scratch(Shape shape, int memory) {
      this.shape = shape;
      this.prediction = new Prediction(shape.elements());
      this.predicted = new History(memory, shape.elements());
      this.noise = FloatTensor.zeros(shape);
    }

    /** The first axis counts pictures if there is any other axis. */
    int items() {
      return shape.rank() > 1 ? (int) shape.axis(0) : 1;
    }
  }
}
