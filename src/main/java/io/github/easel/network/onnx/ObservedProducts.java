package io.github.easel.network.onnx;

import io.github.easel.network.Padding;
import io.github.easel.network.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Products of floats that tell between what bounds each convolution's values lie. */
final class ObservedProducts implements Products {

  private final GraphBuilder graph;
  private final FloatProducts floats;
  private final List<String> keys = new ArrayList<>();
  private final List<String> bounds = new ArrayList<>();

  ObservedProducts(GraphBuilder graph, WeightReferences weights) {
    this.graph = graph;
    floats = new FloatProducts(graph, weights);
  }

  @Override
  public String linear(String rows, Parameter weight, Optional<Parameter> bias) {
    return floats.linear(rows, weight, bias);
  }

  @Override
  public String convolution(
      String image, Parameter weight, Optional<Parameter> bias, int stride, Padding padding) {
    String made = floats.convolution(image, weight, bias, stride, padding);
    if (EightBits.suitsConvolution(weight)) {
      keys.add(EightBits.key(weight));
      for (String value : List.of(image, made)) {
        bounds.add(bound("ReduceMin", value));
        bounds.add(bound("ReduceMax", value));
      }
    }
    return made;
  }

  private String bound(String type, String value) {
    String one = graph.node(type, value).with("keepdims", 0).make();
    return graph.node("Reshape", one, graph.wholeNumbers(1)).make();
  }

  /** The convolutions, in the order of their bounds. */
  List<String> keys() {
    return keys;
  }

  /** [4 * convolutions]: of each the least and the greatest that goes in, and that comes out. */
  String bounds() {
    return graph.node("Concat", bounds.toArray(String[]::new)).with("axis", 0).make();
  }
}
