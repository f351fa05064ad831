package io.github.easel.prompt;

/**
 * The steps that a prompt is read for.
 *
 * @param steps how many there are, at least 1
 * @param earlier the steps of the pass before, 0 in a first pass. In a second pass (a picture that
 *     is drawn again larger) steps in the prompt count on from there and fractions from 1.0
 */
public record StepSpan(int steps, int earlier) {

  public StepSpan {
    if (steps < 1 || earlier < 0) {
      throw new IllegalArgumentException("steps %d after %d".formatted(steps, earlier));
    }
  }

  /** A first pass. */
  public static StepSpan of(int steps) {
    return new StepSpan(steps, 0);
  }

  /**
   * The last step before a switch, as A1111 counts from version 1.6 on.
   *
   * @param when a fraction of the steps if it is written with a point, else a number of steps
   * @return 0 (switched from the beginning) to {@link #steps} (never switched)
   */
  int lastStepBefore(String when) {
    double value = Double.parseDouble(when);
    double step =
        when.indexOf('.') >= 0 ? (value - (earlier > 0 ? 1 : 0)) * steps : value - earlier;
    return (int) Math.max(0, Math.min(steps, step));
  }
}
