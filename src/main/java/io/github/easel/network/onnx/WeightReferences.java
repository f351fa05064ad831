package io.github.easel.network.onnx;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.github.easel.network.Parameter;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.DataType;
import io.github.easel.weights.StoredTensor;
import io.github.easel.weights.WeightMap;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refers to weights where they lie: initializers with "external data" at a place in the file that
 * the model was published in, which the engine maps into memory. What is stored in other floats
 * than the graph computes with passes a cast.
 */
final class WeightReferences {

  private final GraphBuilder graph;
  private final WeightMap weights;
  private final Precision precision;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Parameter> wholes = new LinkedHashMap<>();
  private final Set<Path> files = new LinkedHashSet<>();
  private final Path folder;

  /**
   * References to some weights.
   *
   * @throws IllegalArgumentException if there is no folder that holds all of their files
   */
  WeightReferences(GraphBuilder graph, WeightMap weights, Precision precision) {
    this.graph = graph;
    this.weights = weights;
    this.precision = precision;
    this.folder =
        weights
            .folder()
            .orElseThrow(() -> new IllegalArgumentException("no folder of " + weights.file()));
  }

  /** The folder that the files referred to are in, or below. */
  Path folder() {
    return folder;
  }

  /** The files referred to. */
  List<Path> files() {
    return List.copyOf(files);
  }

  /** The value that a parameter is. */
  String name(Parameter parameter) {
    return reference(parameter, parameter.shape());
  }

  /** Likewise, in the numbers that the file has. */
  String asStored(Parameter parameter) {
    return names.computeIfAbsent(
        parameter.name(),
        key -> {
          StoredTensor stored = weights.require(key, parameter.shape());
          graph.initializer(key, external(stored, parameter.shape()));
          return key;
        });
  }

  /** All that were referred to as floats, each whole and once. */
  List<Parameter> parameters() {
    return List.copyOf(wholes.values());
  }

  /** A vector as [length, 1, 1], to go with an image. */
  String perChannel(Parameter vector) {
    return reference(vector, Shape.of(vector.shape().axis(0), 1, 1));
  }

  private String reference(Parameter parameter, Shape shape) {
    String key = parameter.name() + " " + parameter.firstRow() + " " + shape;
    String known = names.get(key);
    if (known == null) {
      known = add(key, parameter, shape);
      names.put(key, known);
    }
    return known;
  }

  private String add(String key, Parameter parameter, Shape shape) {
    Shape all = parameter.storedShape();
    StoredTensor whole = weights.require(parameter.name(), all);
    wholes.put(parameter.name(), Parameter.of(parameter.name(), all.toArray()));
    StoredTensor stored =
        parameter.isWhole()
            ? whole
            : whole.rows(parameter.firstRow(), parameter.firstRow() + parameter.shape().axis(0));
    Shape written = stored.transposed() ? Shape.of(shape.axis(1), shape.axis(0)) : shape;
    graph.initializer(key, external(stored, written));
    String value = key;
    if (type(stored.type()) != precision.type()) {
      value = graph.node("Cast", value).with("to", precision.type()).make();
    }
    return stored.transposed() ? graph.node("Transpose", value).with("perm", 1, 0).make() : value;
  }

  private TensorProto.Builder external(StoredTensor stored, Shape shape) {
    Path file = stored.file().toAbsolutePath().normalize();
    files.add(file);
    String location = folder.relativize(file).toString().replace(File.separatorChar, '/');
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setDataType(type(stored.type()))
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(entry("location", location))
            .addExternalData(entry("offset", Long.toString(stored.offset())))
            .addExternalData(entry("length", Long.toString(stored.bytes())));
    for (long axis : shape.toArray()) {
      tensor.addDims(axis);
    }
    return tensor;
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  private static int type(DataType type) {
    return switch (type) {
      case F64 -> TensorProto.DataType.DOUBLE_VALUE;
      case F32 -> TensorProto.DataType.FLOAT_VALUE;
      case F16 -> TensorProto.DataType.FLOAT16_VALUE;
      case BF16 -> TensorProto.DataType.BFLOAT16_VALUE;
      case I64 -> TensorProto.DataType.INT64_VALUE;
      case I32 -> TensorProto.DataType.INT32_VALUE;
      case I16 -> TensorProto.DataType.INT16_VALUE;
      case I8 -> TensorProto.DataType.INT8_VALUE;
      case U8 -> TensorProto.DataType.UINT8_VALUE;
      case BOOL -> TensorProto.DataType.BOOL_VALUE;
      case F8_E4M3 -> TensorProto.DataType.FLOAT8E4M3FN_VALUE;
      case F8_E5M2 -> TensorProto.DataType.FLOAT8E5M2_VALUE;
    };
  }
}
