package io.github.easel.training;

import io.github.easel.generation.RefusedValue;

/**
 * What of a model a LoRA changes.
 *
 * @param rank of its products, 1 to 128
 * @param alpha over the rank, the share with which they count
 * @param withText whether the text encoder's attention learns too
 * @param withConvolutions whether the UNet's convolutions learn too, which see finer shapes than
 *     attention does
 */
public record LoraShape(int rank, double alpha, boolean withText, boolean withConvolutions) {

  private static final int MOST = 128;

  /** Checks the ranges. */
  public LoraShape {
    TrainingSettings.check(RefusedValue.Kind.TEACH_RANK, rank, MOST);
    if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
      throw new RefusedValue(RefusedValue.Kind.TEACH_ALPHA, alpha);
    }
  }
}
