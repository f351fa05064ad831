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
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes safetensors files.
 *
 * <pre>
 * file   = length(8, unsigned, little-endian) header(length) data
 * header = JSON object: name to {"dtype": "F32", "shape": [...], "data_offsets": [begin, end]},
 *          and "__metadata__" to an object of texts; padded with spaces so that the data begins at
 *          a multiple of 8
 * data   = little-endian numbers in row-major order, offsets counted from its beginning, no gaps
 * </pre>
 */
public final class SafetensorsWriter {

  private static final int ALIGNMENT = 8;
  private static final int CHUNK = 1 << 14;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Makes a tensor's values while the file is written. */
  @FunctionalInterface
  public interface Values {

    /** Writes all values, little-endian and in the order of the shape. */
    void writeTo(WritableByteChannel out) throws IOException;
  }

  /** A tensor to be written. */
  public record Planned(String name, DataType type, Shape shape, Values values) {}

  private SafetensorsWriter() {}

  /**
   * Writes the tensors in the map's order. The file appears only once all of it is written.
   *
   * @param tensors name to values; they are read while writing and left as they are
   * @throws IOException if the file cannot be written
   */
  public static void write(Map<String, FloatTensor> tensors, Path file) throws IOException {
    List<Planned> planned = new ArrayList<>();
    tensors.forEach(
        (name, tensor) ->
            planned.add(
                new Planned(
                    name,
                    DataType.F32,
                    tensor.shape(),
                    out -> writeValues(tensor.buffer(), Channels.newOutputStream(out)))));
    write(planned, Map.of(), file);
  }

  /**
   * Likewise, one tensor after the other, so that no more than one needs to be in memory.
   *
   * @param metadata what else to note; {@code format} is {@code pt} with most programs
   * @throws IOException if the file cannot be written, or if a tensor has more or fewer values than
   *     its shape
   */
  public static void write(List<Planned> tensors, Map<String, String> metadata, Path file)
      throws IOException {
    byte[] header = header(tensors, metadata);
    AtomicFile.write(
        file,
        out -> {
          byte[] length = new byte[Long.BYTES];
          littleEndian(length).putLong(header.length);
          out.write(length);
          out.write(header);
          CountingChannel counting = new CountingChannel(Channels.newChannel(out));
          long end = 0;
          for (Planned tensor : tensors) {
            tensor.values().writeTo(counting);
            end += bytes(tensor);
            if (counting.count() != end) {
              throw new IOException(tensor.name() + " does not have the values of its shape");
            }
          }
        });
  }

  private static byte[] header(List<Planned> tensors, Map<String, String> metadata)
      throws IOException {
    ObjectNode header = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      metadata.forEach(header.putObject("__metadata__")::put);
    }
    long offset = 0;
    for (Planned tensor : tensors) {
      long end = offset + bytes(tensor);
      ObjectNode entry = header.putObject(tensor.name()).put("dtype", tensor.type().name());
      ArrayNode axes = entry.putArray("shape");
      for (long axis : tensor.shape().toArray()) {
        axes.add(axis);
      }
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = JSON.writeValueAsBytes(header);
    int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] padded = Arrays.copyOf(json, length);
    Arrays.fill(padded, json.length, length, (byte) ' ');
    return padded;
  }

  private static long bytes(Planned tensor) {
    return (long) tensor.type().bytes() * tensor.shape().elements();
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
