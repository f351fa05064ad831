package io.github.easel.scheduler;

/** The timesteps of a {@link PndmSampler}'s calls. */
final class PndmTimesteps {

  /** Runge-Kutta steps at the start of a run, and calls that each of them takes. */
  static final int RUNGE_KUTTA_STEPS = 3;

  static final int CALLS_PER_STEP = 4;

  private PndmTimesteps() {}

  /** Every step once, and the second one twice: it starts the linear multistep method. */
  static int[] linearMultistep(int[] steps) {
    if (steps.length == 1) {
      return steps.clone();
    }
    int[] calls = new int[steps.length + 1];
    calls[0] = steps[0];
    System.arraycopy(steps, 1, calls, 1, 1);
    System.arraycopy(steps, 1, calls, 2, steps.length - 1);
    return calls;
  }

  /**
   * The first three steps four times (at their start, twice half-way, at their end), and then each
   * remaining one once.
   *
   * @param half half the distance of two steps
   */
  static int[] rungeKutta(int[] steps, int half) {
    int warmUp = RUNGE_KUTTA_STEPS * CALLS_PER_STEP;
    int[] calls = new int[warmUp + steps.length - RUNGE_KUTTA_STEPS];
    for (int step = 0; step < RUNGE_KUTTA_STEPS; step++) {
      int first = step * CALLS_PER_STEP;
      calls[first] = steps[step];
      calls[first + 1] = steps[step + 1] + half;
      calls[first + 2] = steps[step + 1] + half;
      calls[first + 3] = steps[step + 1];
    }
    System.arraycopy(steps, RUNGE_KUTTA_STEPS, calls, warmUp, steps.length - RUNGE_KUTTA_STEPS);
    return calls;
  }
}
