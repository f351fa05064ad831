package io.github.easel.network.onnx;

import io.github.easel.network.Padding;
import io.github.easel.network.Parameter;
import java.util.Optional;

/** Writes the products of values with learned weights, which take nearly all of a step's time. */
interface Products {

  /**
   * Rows times a matrix.
   *
   * @param rows [count, width in]
   * @param weight [width out, width in]
   * @return the name of [count, width out]
   */
  String linear(String rows, Parameter weight, Optional<Parameter> bias);

  /**
   * A convolution.
   *
   * @param image [batch, channels, height, width]
   * @return the name of what it makes
   */
  String convolution(
      String image, Parameter weight, Optional<Parameter> bias, int stride, Padding padding);
}
