package io.github.easel.network;

import io.github.easel.tensor.Shape;

/**
 * A tensor that was learned.
 *
 * @param name as diffusers and transformers name it, for example {@code conv_in.weight}
 * @param shape that the network expects; stored axes of length 1 at the end do not matter
 * @param firstRow where it begins in the stored tensor's first axis; above 0, or with fewer rows
 *     than stored, it is a part of that
 * @param storedRows length of the stored tensor's first axis
 */
public record Parameter(String name, Shape shape, long firstRow, long storedRows) {

  /** A whole tensor. */
  public static Parameter of(String name, long... axes) {
    Shape shape = Shape.of(axes);
    return new Parameter(name, shape, 0, shape.rank() == 0 ? 1 : shape.axis(0));
  }

  /** Some rows of a whole tensor. */
  public Parameter rows(long from, long to) {
    if (from < 0 || to > storedRows || from >= to || !isWhole()) {
      throw new IllegalArgumentException("rows " + from + " to " + to + " of " + this);
    }
    return new Parameter(name, shape.withFirst(to - from), from, storedRows);
  }

  /** Whether all of the stored tensor belongs to it. */
  public boolean isWhole() {
    return shape.rank() == 0 || shape.axis(0) == storedRows;
  }

  /** The shape of the stored tensor. */
  public Shape storedShape() {
    return shape.rank() == 0 ? shape : shape.withFirst(storedRows);
  }
}
