package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;

/**
 * What DPM-Solver-2 with and without ancestral noise share: a first call moves to a noise level
 * midway, the second goes the whole way with the slope found there. The last step, to no noise, is
 * one call of Euler's.
 */
abstract class MidpointSampler extends SigmaSampler {

  private final TrainingSigmas training;
  private final boolean wholeTimesteps;
  private float[] start = {};

  MidpointSampler(ScheduleConfig config, int steps) {
    super(config, SigmaSchedule.visiting(config, steps, FinalSigma.ZERO));
    this.training = new TrainingSigmas(NoiseSchedule.of(config.betas()));
    this.wholeTimesteps = config.samplers().sigmas().curve() == SigmaCurve.KARRAS;
  }

  @Override
  public final int calls() {
    return 2 * schedule.steps() - 1;
  }

  @Override
  public final int firstCall(int skipped) {
    return 2 * skipped;
  }

  @Override
  public final double timestep(int call) {
    if (call % 2 == 0) {
      float timestep = schedule.timestep(call / 2);
      return wholeTimesteps ? Math.rint(timestep) : timestep;
    }
    return training.timestepOf(middle(call / 2));
  }

  @Override
  final float modelSigma(int call) {
    return call % 2 == 0 ? schedule.sigma(call / 2) : middle(call / 2);
  }

  @Override
  final void move(int call, Scratch scratch, NoiseSource noise) {
    Prediction p = scratch.prediction;
    int step = call / 2;
    float sigma = schedule.sigma(step);
    differentiate(modelSigma(call), p);
    if (call % 2 == 0) {
      start = Scratch.copy(p.sample, start);
      advance(p.sample, p.noise, middle(step) - sigma);
    } else if (startsBlind(step)) {
      renoise(p, start, target(step) / sigma);
      finish(step, scratch, noise);
    } else {
      System.arraycopy(start, 0, p.sample, 0, start.length);
      advance(p.sample, p.noise, target(step) - sigma);
      finish(step, scratch, noise);
    }
  }

  /** The level that the deterministic part of a step, not the last, ends at. */
  abstract float target(int step);

  /** Adds what a step, not the last, ends with. */
  abstract void finish(int step, Scratch scratch, NoiseSource noise);

  /** The mean of two numbers, with the rounding of diffusers, which counts from either end. */
  abstract float halfway(float from, float to);

  /** The geometric mean of where a step starts and where it ends; 0 for the last. */
  private float middle(int step) {
    if (schedule.sigma(step + 1) == 0) {
      return 0;
    }
    float from = (float) Math.log(schedule.sigma(step));
    float to = (float) Math.log(target(step));
    return SleefFloat.exp(halfway(from, to));
  }
}
