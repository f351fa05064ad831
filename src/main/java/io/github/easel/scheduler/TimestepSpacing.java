package io.github.easel.scheduler;

/**
 * Which of the training steps a run visits (Lin et al. 2024, "Common diffusion noise schedules and
 * sample steps are flawed", table 2). Constants are named as diffusers' configuration files write
 * them, in capitals.
 */
public enum TimestepSpacing {
  /** Multiples of a whole ratio, from 0 up, all moved by the offset. */
  LEADING {
    @Override
    double position(int i, int steps, int trainTimesteps) {
      int ratio = trainTimesteps / steps;
      return i * ratio;
    }

    @Override
    int offset(int stepsOffset) {
      return stepsOffset;
    }
  },
  /** Multiples of the exact ratio, from the last training step down. */
  TRAILING {
    @Override
    double position(int i, int steps, int trainTimesteps) {
      double ratio = (double) trainTimesteps / steps;
      double stride = (trainTimesteps - ratio) - trainTimesteps; // rounded as numpy.arange does
      return trainTimesteps + (steps - 1 - i) * stride;
    }

    @Override
    int offset(int stepsOffset) {
      return -1;
    }
  },
  /** Evenly from the first training step to the last, both included. */
  LINSPACE {
    @Override
    double position(int i, int steps, int trainTimesteps) {
      int last = trainTimesteps - 1;
      return i == 0 ? 0 : i * ((double) last / (steps - 1));
    }

    @Override
    int offset(int stepsOffset) {
      return 0;
    }
  };

  /** The unrounded place of the i-th timestep, counted upwards. */
  abstract double position(int i, int steps, int trainTimesteps);

  /** What is added to the rounded place. */
  abstract int offset(int stepsOffset);

  /**
   * The timesteps of a run, noisiest first, each from 0 to trainTimesteps - 1.
   *
   * @param stepsOffset used by {@link #LEADING} only
   * @throws IllegalArgumentException if steps is not from 1 to trainTimesteps
   */
  int[] timesteps(int steps, int trainTimesteps, int stepsOffset) {
    requireSteps(steps, trainTimesteps);
    // with every training step visited, an offset would point one past the last
    int added = steps == trainTimesteps ? Math.min(0, offset(stepsOffset)) : offset(stepsOffset);
    int[] timesteps = new int[steps];
    for (int i = 0; i < steps; i++) {
      int timestep = (int) Math.rint(position(i, steps, trainTimesteps)) + added;
      timesteps[steps - 1 - i] = Math.min(timestep, trainTimesteps - 1);
    }
    return timesteps;
  }

  /**
   * The same as fractions, where the places between training steps are fractions: what the samplers
   * of k-diffusion visit.
   *
   * @param stepsOffset used by {@link #LEADING} only
   */
  double[] visited(int steps, int trainTimesteps, int stepsOffset) {
    int added = offset(stepsOffset);
    double[] timesteps = new double[steps];
    for (int i = 0; i < steps; i++) {
      double place = position(i, steps, trainTimesteps);
      double rounded = this == LINSPACE ? (float) place : Math.rint(place);
      timesteps[steps - 1 - i] = rounded + added;
    }
    return withinTraining(timesteps, trainTimesteps);
  }

  /**
   * What is left of one step more than asked for, when the last, the least noisy, is left out: what
   * the solvers of higher order visit. Trailing timesteps leave nothing out.
   *
   * @param stepsOffset used by {@link #LEADING} only
   */
  double[] left(int steps, int trainTimesteps, int stepsOffset) {
    if (this == TRAILING || steps == trainTimesteps) {
      // as many steps as there are in training leave no choice
      return TRAILING.visited(steps, trainTimesteps, 0);
    }
    double[] timesteps = new double[steps];
    for (int i = 0; i < steps; i++) {
      double place = position(i + 1, steps + 1, trainTimesteps);
      timesteps[steps - 1 - i] = Math.rint(place) + offset(stepsOffset);
    }
    return withinTraining(timesteps, trainTimesteps);
  }

  /** Moves all down by as much as the first is past the last training step. */
  private static double[] withinTraining(double[] timesteps, int trainTimesteps) {
    double excess = Math.max(0, timesteps[0] - (trainTimesteps - 1));
    for (int i = 0; excess > 0 && i < timesteps.length; i++) {
      timesteps[i] -= excess;
    }
    return timesteps;
  }

  /**
   * A number of steps that the training steps are enough for.
   *
   * @throws IllegalArgumentException if steps is not from 1 to trainTimesteps
   */
  static int requireSteps(int steps, int trainTimesteps) {
    if (steps < 1 || steps > trainTimesteps) {
      throw new IllegalArgumentException(
          "Steps %d: choose a whole number from 1 to %d.".formatted(steps, trainTimesteps));
    }
    return steps;
  }
}
