package io.github.easel.runtime.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.WireFormat;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a graph and leaves its weights where they are: a tensor that lies in the graph's file
 * becomes one of "external data" at its place in that same file. So a graph of a gigabyte is
 * changed and opened again without a copy of it in memory.
 */
final class WeightlessGraph {

  /** Smaller tensors stay in the graph: shapes and the like, which optimizers look at. */
  private static final int SMALL = 1024;

  private final CodedInputStream in;
  private final String file;

  private WeightlessGraph(CodedInputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws GenerationException if it cannot be read or is no ONNX graph
   */
  static ModelProto of(Path file) {
    try {
      return read(file);
    } catch (InvalidProtocolBufferException e) {
      throw GenerationException.unusable(file, "an ONNX graph", String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw GenerationException.unreadable(file, e);
    }
  }

  private static ModelProto read(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      String name = String.valueOf(file.getFileName());
      return new WeightlessGraph(CodedInputStream.newInstance(stream), name).model();
    }
  }

  private ModelProto model() throws IOException {
    UnknownFieldSet.Builder rest = UnknownFieldSet.newBuilder();
    GraphProto.Builder graph = GraphProto.newBuilder();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == ModelProto.GRAPH_FIELD_NUMBER) {
        int end = in.pushLimit(in.readRawVarint32());
        readGraph(graph);
        in.popLimit(end);
      } else {
        rest.mergeFieldFrom(tag, in);
      }
    }
    return ModelProto.parseFrom(rest.build().toByteString()).toBuilder().setGraph(graph).build();
  }

  private void readGraph(GraphProto.Builder graph) throws IOException {
    UnknownFieldSet.Builder rest = UnknownFieldSet.newBuilder();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == GraphProto.INITIALIZER_FIELD_NUMBER) {
        int end = in.pushLimit(in.readRawVarint32());
        graph.addInitializer(tensor());
        in.popLimit(end);
      } else {
        rest.mergeFieldFrom(tag, in);
      }
    }
    graph.mergeFrom(rest.build().toByteString());
  }

  private TensorProto tensor() throws IOException {
    UnknownFieldSet.Builder rest = UnknownFieldSet.newBuilder();
    long offset = 0;
    int length = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == TensorProto.RAW_DATA_FIELD_NUMBER) {
        length = in.readRawVarint32();
        offset = in.getTotalBytesRead();
        if (length > SMALL) {
          in.skipRawBytes(length);
        } else {
          ByteString raw = ByteString.copyFrom(in.readRawBytes(length));
          rest.mergeField(
              TensorProto.RAW_DATA_FIELD_NUMBER,
              UnknownFieldSet.Field.newBuilder().addLengthDelimited(raw).build());
        }
      } else {
        rest.mergeFieldFrom(tag, in);
      }
    }
    TensorProto tensor = TensorProto.parseFrom(rest.build().toByteString());
    return length <= SMALL ? tensor : external(tensor, offset, length);
  }

  private TensorProto external(TensorProto tensor, long offset, int length) {
    return tensor.toBuilder()
        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
        .addExternalData(entry("location", file))
        .addExternalData(entry("offset", Long.toString(offset)))
        .addExternalData(entry("length", Integer.toString(length)))
        .build();
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }
}
