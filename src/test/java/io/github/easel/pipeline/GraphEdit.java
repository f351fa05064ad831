package io.github.easel.pipeline;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Rewrites a graph's ports into those of other exporters, leaving what it computes alone. */
final class GraphEdit {

  private final Path source;
  private final ModelProto.Builder model;
  private final GraphProto.Builder graph;

  GraphEdit(Path source) throws IOException {
    this.source = source;
    this.model = ModelProto.parseFrom(Files.readAllBytes(source)).toBuilder();
    this.graph = model.getGraphBuilder();
  }

  /** The input takes another type and is cast to its old one inside. */
  GraphEdit retype(String input, TensorProto.DataType type) {
    ValueInfoProto.Builder port = input(input);
    int old = port.getTypeBuilder().getTensorTypeBuilder().getElemType();
    port.getTypeBuilder().getTensorTypeBuilder().setElemType(type.getNumber());
    feedThrough(input, cast(input, input + "_inside", old));
    return this;
  }

  /** The input becomes a scalar. */
  GraphEdit scalar(String input) {
    input(input)
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .setShape(TensorShapeProto.getDefaultInstance());
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName("one_axis")
            .setDataType(TensorProto.DataType.INT64.getNumber())
            .addDims(1)
            .addInt64Data(1));
    feedThrough(
        input,
        NodeProto.newBuilder()
            .setOpType("Reshape")
            .addInput(input)
            .addInput("one_axis")
            .addOutput(input + "_inside")
            .build());
    return this;
  }

  /** The output gets another name, and another type if one is given. */
  GraphEdit output(String name, String other, TensorProto.DataType type) {
    for (ValueInfoProto.Builder port : graph.getOutputBuilderList()) {
      if (port.getName().equals(name)) {
        port.setName(other).getTypeBuilder().getTensorTypeBuilder().setElemType(type.getNumber());
      }
    }
    String inside = name + "_made";
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      for (int i = 0; i < node.getOutputCount(); i++) {
        if (node.getOutput(i).equals(name)) {
          node.setOutput(i, inside);
        }
      }
      for (int i = 0; i < node.getInputCount(); i++) {
        if (node.getInput(i).equals(name)) {
          node.setInput(i, inside);
        }
      }
    }
    graph.addNode(cast(inside, other, type.getNumber()));
    return this;
  }

  /** The graph ends at the output of its last convolution. */
  GraphEdit endAtLastConvolution(String output) {
    String last = "";
    for (NodeProto node : graph.getNodeList()) {
      last = node.getOpType().equals("Conv") ? node.getOutput(0) : last;
    }
    ValueInfoProto.Builder port = graph.getOutputBuilder(0).setName(output);
    port.getTypeBuilder().getTensorTypeBuilder().clearShape();
    graph.addNode(
        NodeProto.newBuilder().setOpType("Identity").addInput(last).addOutput(output).build());
    return this;
  }

  /** The noise that the graph draws is turned over, which leaves it noise. */
  GraphEdit hideNoise() {
    for (NodeProto node : List.copyOf(graph.getNodeList())) {
      if (node.getOpType().equals("RandomNormalLike")) {
        String value = node.getOutput(0);
        readBy(value, value + "_passed");
        graph.addNode(
            graph.getNodeList().indexOf(node) + 1,
            NodeProto.newBuilder().setOpType("Neg").addInput(value).addOutput(value + "_passed"));
      }
    }
    return this;
  }

  /** An axis of an input takes one length only. */
  GraphEdit fix(String input, int axis, long length) {
    input(input)
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .getShapeBuilder()
        .getDimBuilder(axis)
        .setDimValue(length);
    return this;
  }

  /** The output says nothing of its shape. */
  GraphEdit hideShape(String output) {
    for (ValueInfoProto.Builder port : graph.getOutputBuilderList()) {
      if (port.getName().equals(output)) {
        for (TensorShapeProto.Dimension.Builder axis :
            port.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().getDimBuilderList()) {
          axis.setDimParam("free" + System.identityHashCode(axis));
        }
      }
    }
    return this;
  }

  /** A value inside becomes an output too, of shape [batch, tokens, width] left open. */
  GraphEdit expose(String value) {
    ValueInfoProto.Builder port = graph.addOutputBuilder().setName(value);
    port.getTypeBuilder()
        .getTensorTypeBuilder()
        .setElemType(TensorProto.DataType.FLOAT.getNumber());
    return this;
  }

  /** Every value of such a name is rounded to half precision on its way to its readers. */
  GraphEdit roundAll(String pattern) {
    for (NodeProto node : List.copyOf(graph.getNodeList())) {
      String value = node.getOutput(0);
      if (value.matches(pattern)) {
        readBy(value, value + "_rounded");
        int at = graph.getNodeList().indexOf(makerOf(value)) + 1;
        graph.addNode(at, cast(value, value + "_half", TensorProto.DataType.FLOAT16.getNumber()));
        graph.addNode(
            at + 1,
            cast(value + "_half", value + "_rounded", TensorProto.DataType.FLOAT.getNumber()));
      }
    }
    return this;
  }

  /** The layer norm at the end, which torch wrote out, becomes the one node of opset 17. */
  GraphEdit joinFinalNorm(String input, String weight, String bias, String output) {
    int at = graph.getNodeList().indexOf(makerOf(output));
    graph.setNode(
        at,
        NodeProto.newBuilder()
            .setOpType("LayerNormalization")
            .addInput(input)
            .addInput(weight)
            .addInput(bias)
            .addOutput(output));
    model.getOpsetImportBuilder(0).setVersion(17);
    return this;
  }

  private NodeProto makerOf(String value) {
    return graph.getNodeList().stream()
        .filter(node -> node.getOutputList().contains(value))
        .findFirst()
        .orElseThrow();
  }

  /** The values of a tensor of 32-bit floats that the graph holds. */
  float[] initializer(String name) {
    TensorProto tensor =
        graph.getInitializerList().stream()
            .filter(one -> one.getName().equals(name))
            .findFirst()
            .orElseThrow();
    FloatBuffer values =
        ByteBuffer.wrap(tensor.getRawData().toByteArray())
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    float[] array = new float[values.remaining()];
    values.get(array);
    return array;
  }

  /** Writes the graph, with a copy of the weights that lie beside it. */
  Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path weights = source.resolveSibling("weights.pb");
    if (Files.exists(weights)) {
      Files.copy(weights, folder.resolve("weights.pb"), StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.write(folder.resolve("model.onnx"), model.build().toByteArray());
  }

  private ValueInfoProto.Builder input(String name) {
    return graph.getInputBuilderList().stream()
        .filter(port -> port.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Whatever read the input reads what the node makes of it. */
  private void feedThrough(String input, NodeProto node) {
    readBy(input, node.getOutput(0));
    graph.addNode(0, node);
  }

  private void readBy(String value, String other) {
    for (NodeProto.Builder reader : graph.getNodeBuilderList()) {
      for (int i = 0; i < reader.getInputCount(); i++) {
        if (reader.getInput(i).equals(value)) {
          reader.setInput(i, other);
        }
      }
    }
  }

  private static NodeProto cast(String from, String to, int type) {
    return NodeProto.newBuilder()
        .setOpType("Cast")
        .addInput(from)
        .addOutput(to)
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("to")
                .setType(AttributeProto.AttributeType.INT)
                .setI(type))
        .build();
  }
}
