package io.github.easel.weights;

import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a tensor's values lie: little-endian, without gaps, in one file. Nothing of them is in
 * memory.
 *
 * @param name what the tensor is called, not necessarily in the file
 * @param shape the tensor's, whatever way round the file has its axes
 * @param offset of the first value in the file, in bytes
 * @param transposed whether the file has the values of this matrix column by column instead of row
 *     by row
 */
public record StoredTensor(
    String name, DataType type, Shape shape, Path file, long offset, boolean transposed) {

  /**
   * @throws IllegalArgumentException if the offset is negative, or if what is transposed is no
   *     matrix
   * @throws ArithmeticException if the values would end beyond what 64 bits can count
   */
  public StoredTensor {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(file);
    if (offset < 0) {
      throw new IllegalArgumentException("offset " + offset);
    }
    if (transposed && shape.rank() != 2) {
      throw new IllegalArgumentException(shape + " is no matrix");
    }
    Math.addExact(offset, Math.multiplyExact(elements(shape), type.bytes()));
  }

  /** Values that the file has in the order of the shape. */
  public StoredTensor(String name, DataType type, Shape shape, Path file, long offset) {
    this(name, type, shape, file, offset, false);
  }

  /** The number of values, which may be more than a {@link Shape} can count. */
  public long elements() {
    return elements(shape);
  }

  /** The bytes that the values take in the file. */
  public long bytes() {
    return elements() * type.bytes();
  }

  /** The same values under another name. */
  public StoredTensor named(String other) {
    return new StoredTensor(other, type, shape, file, offset, transposed);
  }

  /**
   * A part of the first axis.
   *
   * @param from the first row of the part, from 0
   * @param to the row behind its last
   * @throws IndexOutOfBoundsException if there are not so many rows, or no axes at all
   * @throws IllegalStateException if it is transposed: the file has rows in pieces then
   */
  public StoredTensor rows(long from, long to) {
    if (transposed) {
      throw new IllegalStateException(name + " is transposed");
    }
    Objects.checkIndex(0, shape.rank());
    Objects.checkFromToIndex(from, to, shape.axis(0));
    Shape part = shape.withFirst(to - from);
    long row = shape.axis(0) == 0 ? 0 : bytes() / shape.axis(0);
    return new StoredTensor(name, type, part, file, offset + from * row, false);
  }

  /**
   * The same values in the same order as a tensor of another shape.
   *
   * @throws IllegalArgumentException if the shape has another number of elements, or if the tensor
   *     is transposed
   */
  public StoredTensor shaped(Shape other) {
    if (other.equals(shape)) {
      return this;
    }
    if (transposed || elements(other) != elements()) {
      throw new IllegalArgumentException(shape + " cannot be seen as " + other);
    }
    return new StoredTensor(name, type, other, file, offset, false);
  }

  /**
   * The transposed matrix over the same bytes.
   *
   * @throws IllegalArgumentException if it is no matrix
   */
  public StoredTensor swapped() {
    if (shape.rank() != 2) {
      throw new IllegalArgumentException(shape + " is no matrix");
    }
    Shape other = Shape.of(shape.axis(1), shape.axis(0));
    return new StoredTensor(name, type, other, file, offset, !transposed);
  }

  private static long elements(Shape shape) {
    long product = 1;
    for (int i = 0; i < shape.rank(); i++) {
      product = Math.multiplyExact(product, shape.axis(i));
    }
    return product;
  }
}
