package io.github.easel.tensor;

import java.util.Arrays;

/** The lengths of a tensor's axes, outermost first. Immutable. */
public final class Shape {

  private final long[] axes;

  private Shape(long[] axes) {
    this.axes = axes;
  }

  /** A shape of the given axes, each at least 0; no axes at all make a scalar. */
  public static Shape of(long... axes) {
    for (long axis : axes) {
      if (axis < 0) {
        throw new IllegalArgumentException("negative axis in " + Arrays.toString(axes));
      }
    }
    return new Shape(axes.clone());
  }

  public int rank() {
    return axes.length;
  }

  public long axis(int index) {
    return axes[index];
  }

  public long[] toArray() {
    return axes.clone();
  }

  /** The number of elements: the product of all axes, 1 for a scalar. */
  public int elements() {
    long product = 1;
    for (long axis : axes) {
      product = Math.multiplyExact(product, axis);
    }
    return Math.toIntExact(product);
  }

  /** The same shape with another first axis, usually the batch. */
  public Shape withFirst(long first) {
    long[] other = axes.clone();
    other[0] = first;
    return new Shape(other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(shape.axes, axes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(axes);
  }

  @Override
  public String toString() {
    return Arrays.toString(axes);
  }
}
