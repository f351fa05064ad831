package io.github.easel.weights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.file.AtomicFile;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes safetensors files of 32-bit floats.
 *
 * <pre>
 * file   = length(8, unsigned, little-endian) header(length) data
 * header = JSON object: name to {"dtype": "F32", "shape": [...], "data_offsets": [begin, end]},
 *          padded with spaces so that the data begins at a multiple of 8
 * data   = little-endian floats in row-major order, offsets counted from its beginning, no gaps
 * </pre>
 */
public final class SafetensorsWriter {

  private static final int ALIGNMENT = 8;
  private static final int CHUNK = 1 << 14;
  private static final ObjectMapper JSON = new ObjectMapper();

  private SafetensorsWriter() {}

  /**
   * Writes the tensors in the map's order. The file appears only once all of it is written.
   *
   * @param tensors name to values; they are read while writing and left as they are
   * @throws IOException if the file cannot be written
   */
  public static void write(Map<String, FloatTensor> tensors, Path file) throws IOException {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    AtomicFile.write(
        file,
        out -> {
          writeHeader(shapes, DataType.F32, out);
          for (FloatTensor tensor : tensors.values()) {
            writeValues(tensor.buffer(), out);
          }
        });
  }

  /** Writes all that comes before the values of tensors of one type, which follow in this order. */
  static void writeHeader(Map<String, Shape> shapes, DataType type, OutputStream out)
      throws IOException {
    byte[] header = header(shapes, type);
    byte[] length = new byte[Long.BYTES];
    littleEndian(length).putLong(header.length);
    out.write(length);
    out.write(header);
  }

  private static byte[] header(Map<String, Shape> shapes, DataType type) throws IOException {
    ObjectNode header = JSON.createObjectNode();
    long offset = 0;
    for (Map.Entry<String, Shape> named : shapes.entrySet()) {
      ObjectNode entry = header.putObject(named.getKey()).put("dtype", type.name());
      ArrayNode axes = entry.putArray("shape");
      long end = type.bytes();
      for (long axis : named.getValue().toArray()) {
        axes.add(axis);
        end = Math.multiplyExact(end, axis);
      }
      end = Math.addExact(offset, end);
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = JSON.writeValueAsBytes(header);
    int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] padded = Arrays.copyOf(json, length);
    Arrays.fill(padded, json.length, length, (byte) ' ');
    return padded;
  }

  private static void writeValues(FloatBuffer values, OutputStream out) throws IOException {
    byte[] bytes = new byte[CHUNK * Float.BYTES];
    FloatBuffer chunk = littleEndian(bytes).asFloatBuffer();
    while (values.hasRemaining()) {
      int count = Math.min(CHUNK, values.remaining());
      chunk.put(0, values, values.position(), count);
      values.position(values.position() + count);
      out.write(bytes, 0, count * Float.BYTES);
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
