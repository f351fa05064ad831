package io.github.easel.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * 32-bit floats in row-major order over a direct buffer, which an engine reads without a copy.
 *
 * <p>The tensor owns its memory; the garbage collector frees it. Mutable, not thread-safe.
 */
public final class FloatTensor {

  private final Shape shape;
  private final FloatBuffer data;

  private FloatTensor(Shape shape, FloatBuffer data) {
    this.shape = shape;
    this.data = data;
  }

  /** A tensor of zeros. */
  public static FloatTensor zeros(Shape shape) {
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(Math.multiplyExact(shape.elements(), Float.BYTES))
            .order(ByteOrder.nativeOrder());
    return new FloatTensor(shape, bytes.asFloatBuffer());
  }

  /** A tensor that holds a copy of the values. */
  public static FloatTensor of(Shape shape, float... values) {
    FloatTensor tensor = zeros(shape);
    tensor.set(values);
    return tensor;
  }

  public Shape shape() {
    return shape;
  }

  public int size() {
    return data.capacity();
  }

  public float get(int index) {
    return data.get(index);
  }

  public void set(int index, float value) {
    data.put(index, value);
  }

  /** Replaces all values. */
  public void set(float[] values) {
    if (values.length != size()) {
      throw new IllegalArgumentException(values.length + " values for shape " + shape);
    }
    data.put(0, values);
  }

  /** Copies all values of another tensor of the same size, whatever its shape. */
  public void set(FloatTensor other) {
    if (other.size() != size()) {
      throw new IllegalArgumentException(other.shape + " does not fit " + shape);
    }
    data.put(0, other.data, 0, size());
  }

  /** Copies {@code count} values from another tensor's {@code from} to this one's {@code to}. */
  public void copy(int to, FloatTensor other, int from, int count) {
    data.put(to, other.data, from, count);
  }

  /** A tensor of its own with the same values. */
  public FloatTensor copy() {
    FloatTensor tensor = zeros(shape);
    tensor.set(this);
    return tensor;
  }

  /** Copies all values into an array of this tensor's size. */
  public void get(float[] values) {
    if (values.length != size()) {
      throw new IllegalArgumentException(shape + " does not fit " + values.length + " values");
    }
    data.get(0, values);
  }

  /** The values as an array of its own. */
  public float[] toArray() {
    float[] values = new float[size()];
    data.get(0, values);
    return values;
  }

  /** The memory itself, position 0: writing to it writes to the tensor. */
  public FloatBuffer buffer() {
    return data.duplicate().rewind();
  }

  @Override
  public String toString() {
    return "FloatTensor " + shape;
  }
}
