package io.github.easel.network.onnx;

import io.github.easel.network.Padding;
import io.github.easel.network.Parameter;
import io.github.easel.network.onnx.GraphBuilder.Node;
import java.util.Optional;
import java.util.stream.Stream;

/** Products of floats. */
record FloatProducts(GraphBuilder graph, WeightReferences weights) implements Products {

  @Override
  public String linear(String rows, Parameter weight, Optional<Parameter> bias) {
    return graph.node("Gemm", inputs(rows, weight, bias)).with("transB", 1).make();
  }

  @Override
  public String convolution(
      String image, Parameter weight, Optional<Parameter> bias, int stride, Padding padding) {
    return shaped(graph.node("Conv", inputs(image, weight, bias)), weight, stride, padding).make();
  }

  private String[] inputs(String value, Parameter weight, Optional<Parameter> bias) {
    return Stream.concat(Stream.of(value, weights.name(weight)), bias.map(weights::name).stream())
        .toArray(String[]::new);
  }

  /** A convolution's node with its attributes. */
  static Node shaped(Node node, Parameter weight, int stride, Padding padding) {
    long before = padding.before();
    long after = padding.after();
    return node.with("kernel_shape", weight.shape().axis(2), weight.shape().axis(3))
        .with("strides", stride, stride)
        .with("pads", before, before, after, after);
  }
}
