package io.github.easel.training;

/**
 * How a training goes, whatever is learned.
 *
 * @param steps how many times the values change, 1 to 1,000,000
 * @param rate the learning rate, above 0
 * @param batch pictures computed at once, 1 to 64
 * @param accumulation batches whose gradients one step gathers, 1 to 64
 * @param decay AdamW's weight decay, 0 or more
 * @param seed the same number teaches the same
 * @param every steps from one checkpoint to the next, 1 or more
 */
public record TrainingSettings(
    int steps, double rate, int batch, int accumulation, double decay, long seed, int every) {

  private static final int MOST_STEPS = 1_000_000;
  private static final int MOST = 64;

  /** Checks the ranges. */
  public TrainingSettings {
    check("steps", steps, 1, MOST_STEPS);
    check("a batch", batch, 1, MOST);
    check("accumulation", accumulation, 1, MOST);
    check("steps to a checkpoint", every, 1, MOST_STEPS);
    if (!(rate > 0 && rate <= 1) || !(decay >= 0 && decay <= 1)) {
      throw new IllegalArgumentException("a rate of %s, a decay of %s".formatted(rate, decay));
    }
  }

  private static void check(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s of %d, not %d to %d".formatted(what, value, least, most));
    }
  }
}
