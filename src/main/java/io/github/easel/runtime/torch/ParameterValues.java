package io.github.easel.runtime.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.github.easel.network.Parameter;

/** Where the values of parameters come from: a file, or what a training makes of them. */
interface ParameterValues {

  /**
   * The stored tensor that a parameter is, or is some rows of, as 32-bit floats; owned by this, not
   * by who asks.
   */
  NDArray whole(Parameter parameter);

  /** The parameter itself. */
  default NDArray value(Parameter parameter) {
    NDArray whole = whole(parameter);
    if (parameter.isWhole()) {
      return whole;
    }
    long end = parameter.firstRow() + parameter.shape().axis(0);
    return whole.get(new NDIndex("{}:{}", parameter.firstRow(), end));
  }
}
