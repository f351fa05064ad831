package io.github.easel.network.onnx;

import io.github.easel.network.Padding;
import io.github.easel.network.Parameter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Notes which weights become 8 bits, and writes the rest in floats. */
final class PlannedProducts implements Products {

  private final FloatProducts floats;
  private final Set<Parameter> linears = new LinkedHashSet<>();
  private final Map<Parameter, Optional<Parameter>> convolutions = new LinkedHashMap<>();

  PlannedProducts(GraphBuilder graph, WeightReferences weights) {
    floats = new FloatProducts(graph, weights);
  }

  @Override
  public String linear(String rows, Parameter weight, Optional<Parameter> bias) {
    if (!EightBits.suitsLinear(weight)) {
      return floats.linear(rows, weight, bias);
    }
    linears.add(weight);
    bias.ifPresent(floats.weights()::name);
    return rows;
  }

  @Override
  public String convolution(
      String image, Parameter weight, Optional<Parameter> bias, int stride, Padding padding) {
    if (!EightBits.suitsConvolution(weight)) {
      return floats.convolution(image, weight, bias, stride, padding);
    }
    convolutions.put(weight, bias);
    return image;
  }

  Set<Parameter> linears() {
    return linears;
  }

  /** Weights to their biases. */
  Map<Parameter, Optional<Parameter>> convolutions() {
    return convolutions;
  }
}
