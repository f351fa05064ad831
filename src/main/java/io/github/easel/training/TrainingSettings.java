package io.github.easel.training;

import io.github.easel.generation.RefusedValue;
import io.github.easel.generation.RefusedValue.Kind;

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

  /**
   * Checks the ranges.
   *
   * @throws RefusedValue for one that is not in its range
   */
  public TrainingSettings {
    check(Kind.TEACH_STEPS, steps, MOST_STEPS);
    check(Kind.TEACH_BATCH, batch, MOST);
    check(Kind.TEACH_ACCUMULATION, accumulation, MOST);
    check(Kind.TEACH_EVERY, every, MOST_STEPS);
    if (!(rate > 0 && rate <= 1)) {
      throw new RefusedValue(Kind.TEACH_RATE, rate);
    }
    if (!(decay >= 0 && decay <= 1)) {
      throw new RefusedValue(Kind.TEACH_DECAY, decay);
    }
  }

  /** Refuses what does not lie from 1 to the most. */
  static void check(Kind kind, int value, int most) {
    if (value < 1 || value > most) {
      throw new RefusedValue(kind, value, most);
    }
  }
}
