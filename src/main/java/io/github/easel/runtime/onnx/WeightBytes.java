package io.github.easel.runtime.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.easel.runtime.NetworkGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many bytes a network's weights take once it is open. A guide for plans, not an account. */
final class WeightBytes {

  private static final Logger LOG = LoggerFactory.getLogger(WeightBytes.class);

  /** What exporters, and Easel itself, call the file of weights beside a graph's file. */
  private static final List<String> BESIDE = List.of(".weights", ".data", "_data");

  private static final long FLOAT = 4;

  private WeightBytes() {}

  /** Of a graph's file with what lies beside it; 0 if that cannot be read. */
  static long of(Path file) {
    long bytes = size(file);
    for (String ending : BESIDE) {
      bytes += size(file.resolveSibling(file.getFileName() + ending));
    }
    return bytes;
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      LOG.debug("no size of {}", file, e);
      return 0;
    }
  }

  /**
   * Of a graph made in memory.
   *
   * @param widened whether floats of 16 bits become ones of 32, as processors compute
   */
  static long of(NetworkGraph graph, boolean widened) {
    try {
      long bytes = 0;
      for (TensorProto one : ModelProto.parseFrom(graph.model()).getGraph().getInitializerList()) {
        bytes += elements(one) * elementBytes(one.getDataType(), widened);
      }
      return bytes;
    } catch (InvalidProtocolBufferException e) {
      LOG.debug("no weights of {}", graph.file(), e);
      return 0;
    }
  }

  private static long elements(TensorProto tensor) {
    return tensor.getDimsList().stream().reduce(1L, (product, axis) -> product * axis);
  }

  private static long elementBytes(int type, boolean widened) {
    return switch (type) {
      case TensorProto.DataType.FLOAT16_VALUE, TensorProto.DataType.BFLOAT16_VALUE ->
          widened ? FLOAT : Short.BYTES;
      case TensorProto.DataType.INT8_VALUE, TensorProto.DataType.UINT8_VALUE -> Byte.BYTES;
      case TensorProto.DataType.DOUBLE_VALUE, TensorProto.DataType.INT64_VALUE -> Long.BYTES;
      default -> FLOAT;
    };
  }
}
