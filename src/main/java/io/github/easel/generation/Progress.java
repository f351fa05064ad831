package io.github.easel.generation;

/**
 * How far a generation is.
 *
 * @param stage what it is doing
 * @param step sampling steps done, 0 to {@code steps}
 * @param steps sampling steps in all
 * @param secondsPerStep mean so far, 0 before the first step is done
 */
public record Progress(Stage stage, int step, int steps, double secondsPerStep) {

  /** Estimated seconds of sampling still to come. */
  public double secondsLeft() {
    return (steps - step) * secondsPerStep;
  }

  /** Share of the sampling that is done, 0 to 1. */
  public double fraction() {
    return steps == 0 ? 0 : (double) step / steps;
  }
}
