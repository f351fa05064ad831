package io.github.easel.network.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.github.easel.network.Input;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the nodes, constants and initializers of one graph; equal constants are one. */
final class GraphBuilder {

  /** The first with layer normalization; the engine's own operators are a set of their own. */
  private static final int OPSET = 17;

  private static final int IR_VERSION = 8;
  private static final String MICROSOFT = "com.microsoft";

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("easel");
  private final Map<String, String> constants = new HashMap<>();
  private int values;

  /** A node being written; {@link #make} ends it. */
  final class Node {

    private final NodeProto.Builder node = NodeProto.newBuilder();

    private Node(String type, String domain, String... inputs) {
      node.setOpType(type).setDomain(domain).addAllInput(List.of(inputs));
    }

    Node with(String name, long value) {
      attribute(name, AttributeProto.AttributeType.INT).setI(value);
      return this;
    }

    Node with(String name, float value) {
      attribute(name, AttributeProto.AttributeType.FLOAT).setF(value);
      return this;
    }

    Node with(String name, String value) {
      attribute(name, AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8(value));
      return this;
    }

    Node with(String name, long... values) {
      AttributeProto.Builder list = attribute(name, AttributeProto.AttributeType.INTS);
      Arrays.stream(values).forEach(list::addInts);
      return this;
    }

    private AttributeProto.Builder attribute(String name, AttributeProto.AttributeType type) {
      return node.addAttributeBuilder().setName(name).setType(type);
    }

    /** Adds the node and gives its output's name. */
    String make() {
      String output = "v" + values++;
      graph.addNode(node.setName(node.getOpType() + "_" + output).addOutput(output));
      return output;
    }
  }

  /** A node of ONNX's own operators. */
  Node node(String type, String... inputs) {
    return new Node(type, "", inputs);
  }

  /** A node of the engine's operators. */
  Node engineNode(String type, String... inputs) {
    return new Node(type, MICROSOFT, inputs);
  }

  void input(Input input) {
    int type = input.whole() ? TensorProto.DataType.INT64_VALUE : TensorProto.DataType.FLOAT_VALUE;
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Input.Axis axis : input.axes()) {
      TensorShapeProto.Dimension.Builder length = shape.addDimBuilder();
      if (axis.length() < 0) {
        length.setDimParam(axis.name());
      } else {
        length.setDimValue(axis.length());
      }
    }
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape);
    graph.addInput(
        ValueInfoProto.newBuilder()
            .setName(input.name())
            .setType(TypeProto.newBuilder().setTensorType(tensor)));
  }

  /** Gives a value its name outside; the engine finds its type and shape. */
  void output(String name, String value) {
    graph.addNode(
        NodeProto.newBuilder().setOpType("Identity").addInput(value).addOutput(name).setName(name));
    graph.addOutput(ValueInfoProto.newBuilder().setName(name));
  }

  /** Whole numbers in one axis. */
  String wholeNumbers(long... numbers) {
    return constants.computeIfAbsent(
        "i" + Arrays.toString(numbers),
        key -> {
          TensorProto.Builder tensor =
              TensorProto.newBuilder()
                  .setDataType(TensorProto.DataType.INT64_VALUE)
                  .addDims(numbers.length);
          Arrays.stream(numbers).forEach(tensor::addInt64Data);
          return initializer(tensor);
        });
  }

  /** One whole number without axes. */
  String wholeNumber(long number) {
    return constants.computeIfAbsent(
        "s" + number,
        key ->
            initializer(
                TensorProto.newBuilder()
                    .setDataType(TensorProto.DataType.INT64_VALUE)
                    .addInt64Data(number)));
  }

  /** One number without axes, of any type. */
  String scalar(String key, TensorProto.Builder number) {
    return constants.computeIfAbsent(key, unknown -> initializer(number));
  }

  /** Floats in one axis. */
  String floats(float... numbers) {
    return constants.computeIfAbsent(
        "f" + Arrays.toString(numbers),
        key -> {
          TensorProto.Builder tensor =
              TensorProto.newBuilder()
                  .setDataType(TensorProto.DataType.FLOAT_VALUE)
                  .addDims(numbers.length);
          for (float number : numbers) {
            tensor.addFloatData(number);
          }
          return initializer(tensor);
        });
  }

  private String initializer(TensorProto.Builder tensor) {
    String name = "c" + constants.size();
    initializer(name, tensor);
    return name;
  }

  /** Adds a tensor under a name of its own. */
  void initializer(String name, TensorProto.Builder tensor) {
    graph.addInitializer(tensor.setName(name));
  }

  /** The model, ready to be opened. */
  byte[] model() {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("easel")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(MICROSOFT).setVersion(1))
        .setGraph(graph)
        .build()
        .toByteArray();
  }
}
