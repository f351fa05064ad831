package io.github.easel.training;

/**
 * What of a model a LoRA changes.
 *
 * @param rank of its products, 1 to 128
 * @param alpha over the rank, the share with which they count
 * @param withText whether the text encoder's attention learns too
 */
public record LoraShape(int rank, double alpha, boolean withText) {

  private static final int MOST = 128;

  /** Checks the ranges. */
  public LoraShape {
    if (rank < 1 || rank > MOST || !(alpha > 0)) {
      throw new IllegalArgumentException(
          "a rank of %d, not 1 to 128, or alpha %s".formatted(rank, alpha));
    }
  }
}
