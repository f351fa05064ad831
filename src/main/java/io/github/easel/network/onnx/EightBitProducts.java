package io.github.easel.network.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.github.easel.network.Padding;
import io.github.easel.network.Parameter;
import io.github.easel.tensor.Shape;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Products of whole numbers of 8 bits where that suits, of weights that were rounded before. */
final class EightBitProducts implements Products {

  private final GraphBuilder graph;
  private final WeightReferences weights;
  private final FloatProducts floats;
  private final Map<String, Observed> observed;

  EightBitProducts(GraphBuilder graph, WeightReferences weights, Map<String, Observed> observed) {
    this.graph = graph;
    this.weights = weights;
    this.observed = observed;
    floats = new FloatProducts(graph, weights);
  }

  @Override
  public String linear(String rows, Parameter weight, Optional<Parameter> bias) {
    if (!EightBits.suitsLinear(weight)) {
      return floats.linear(rows, weight, bias);
    }
    Shape shape = weight.shape();
    String rounded = stored(weight, ".eight", shape.axis(1), shape.axis(0));
    String scales = stored(weight, ".scales", shape.axis(0));
    return bias.map(
            known ->
                graph.engineNode(
                    "DynamicQuantizeMatMul", rows, rounded, scales, "", weights.name(known)))
        .orElseGet(() -> graph.engineNode("DynamicQuantizeMatMul", rows, rounded, scales))
        .make();
  }

  @Override
  public String convolution(
      String image, Parameter weight, Optional<Parameter> bias, int stride, Padding padding) {
    if (!EightBits.suitsConvolution(weight)) {
      return floats.convolution(image, weight, bias, stride, padding);
    }
    Observed known = Objects.requireNonNull(observed.get(EightBits.key(weight)));
    String inScale = number(known.in().scale());
    String inZero = byteNumber(known.in().zero());
    String outScale = number(known.out().scale());
    String outZero = byteNumber(known.out().zero());
    String rounded = graph.node("QuantizeLinear", image, inScale, inZero).make();
    long[] axes = weight.shape().toArray();
    String eight = stored(weight, ".eight", axes);
    String scales = stored(weight, ".scales", axes[0]);
    String zeros = stored(weight, ".zeros", axes[0]);
    String whole = stored(weight, ".bias", axes[0]);
    GraphBuilder.Node node =
        graph.node(
            "QLinearConv",
            rounded,
            inScale,
            inZero,
            eight,
            scales,
            zeros,
            outScale,
            outZero,
            whole);
    String made = FloatProducts.shaped(node, weight, stride, padding).make();
    return graph.node("DequantizeLinear", made, outScale, outZero).make();
  }

  private String stored(Parameter weight, String what, long... axes) {
    return weights.asStored(Parameter.of(EightBits.key(weight) + what, axes));
  }

  private String number(float value) {
    return graph.scalar(
        "x" + value,
        TensorProto.newBuilder().setDataType(TensorProto.DataType.FLOAT_VALUE).addFloatData(value));
  }

  private String byteNumber(int value) {
    return graph.scalar(
        "u" + value,
        TensorProto.newBuilder().setDataType(TensorProto.DataType.UINT8_VALUE).addInt32Data(value));
  }
}
