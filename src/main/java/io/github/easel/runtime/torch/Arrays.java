package io.github.easel.runtime.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.easel.tensor.FloatTensor;

/**
 * Between our tensors and DJL's arrays; values are copied.
 *
 * <p>An array that DJL makes of a number or a buffer lies in memory of Java, which is freed with it
 * although gradients may still need it: they would silently be wrong after a garbage collection. So
 * all that a gradient may remember is made here, in memory that PyTorch owns.
 */
final class Arrays {

  private Arrays() {}

  static Shape shape(io.github.easel.tensor.Shape shape) {
    return new Shape(shape.toArray());
  }

  static NDArray floats(NDManager manager, FloatTensor values) {
    return owned(manager.create(values.buffer(), shape(values.shape()), DataType.FLOAT32));
  }

  static NDArray floats(NDManager manager, float[] values) {
    return owned(manager.create(values));
  }

  static NDArray number(NDManager manager, double value) {
    return owned(manager.create((float) value));
  }

  private static NDArray owned(NDArray shared) {
    try (shared) {
      return shared.duplicate();
    }
  }

  /** Whole numbers of floats that are whole. */
  static NDArray whole(NDManager manager, FloatTensor values) {
    long[] numbers = new long[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (long) values.get(i);
    }
    return owned(manager.create(numbers, shape(values.shape())));
  }

  static FloatTensor tensor(NDArray array) {
    FloatTensor values =
        FloatTensor.zeros(io.github.easel.tensor.Shape.of(array.getShape().getShape()));
    // Rows or transposed matrices may lie apart in memory; flattened they do not.
    try (NDArray flat = array.flatten()) {
      values.buffer().put(flat.toByteBuffer(true).asFloatBuffer());
    }
    return values;
  }
}
