package io.github.easel.weights;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.FloatTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.WritableByteChannel;

/** The values of stored tensors as 32-bit floats, whatever type the file has. */
public final class TensorValues {

  private static final int MOST = Integer.MAX_VALUE / Float.BYTES;

  private TensorValues() {}

  /**
   * All values, in the order of the tensor's shape.
   *
   * @throws GenerationException {@code FILE_UNREADABLE} if the file cannot be read, {@code
   *     MODEL_FILE_UNUSABLE} for more than 2 GB of floats
   */
  public static FloatTensor read(StoredTensor tensor) {
    if (tensor.elements() > MOST) {
      throw GenerationException.unusable(
          tensor.file(),
          "at most %d values at %s".formatted(MOST, WeightFiles.quoted(tensor.name())),
          tensor.shape().toString());
    }
    FloatTensor values = FloatTensor.zeros(tensor.shape());
    FloatBuffer rest = values.buffer();
    look(
        tensor,
        new Cancellation(),
        (chunk, count) -> {
          rest.put(chunk, 0, count);
          return true;
        });
    return values;
  }

  /**
   * Writes all values as little-endian floats, in the order of the tensor's shape; at most a few
   * megabytes are in memory.
   *
   * @throws IOException if they cannot be written
   * @throws GenerationException {@code FILE_UNREADABLE} if they cannot be read, {@code CANCELLED}
   */
  public static void writeFloat32(
      StoredTensor tensor, WritableByteChannel out, Cancellation cancellation) throws IOException {
    write(
        tensor,
        cancellation,
        Float.BYTES,
        out,
        (values, count, chunk) -> chunk.asFloatBuffer().put(values, 0, count));
  }

  /** Likewise as half-precision floats, rounded to the nearest; beyond 65504 they are infinite. */
  public static void writeFloat16(
      StoredTensor tensor, WritableByteChannel out, Cancellation cancellation) throws IOException {
    write(
        tensor,
        cancellation,
        Short.BYTES,
        out,
        (values, count, chunk) -> {
          for (int i = 0; i < count; i++) {
            chunk.putShort(i * Short.BYTES, Encoding.half(values[i]));
          }
        });
  }

  private interface Encoder {
    void encode(float[] values, int count, ByteBuffer into);
  }

  private static void write(
      StoredTensor tensor,
      Cancellation cancellation,
      int width,
      WritableByteChannel out,
      Encoder encoder)
      throws IOException {
    ByteBuffer[] bytes = {ByteBuffer.allocate(0)};
    FloatChunks.each(
        tensor,
        cancellation,
        (values, count) -> {
          if (bytes[0].capacity() < count * width) {
            bytes[0] = ByteBuffer.allocateDirect(count * width).order(ByteOrder.LITTLE_ENDIAN);
          }
          ByteBuffer chunk = bytes[0].clear().limit(count * width);
          encoder.encode(values, count, chunk);
          while (chunk.hasRemaining()) {
            out.write(chunk);
          }
          return true;
        });
  }

  /**
   * Whether all values are finite numbers; those of trainings that failed are not.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code CANCELLED}
   */
  public static boolean isFinite(StoredTensor tensor, Cancellation cancellation) {
    if (!tensor.type().isFloat()) {
      return true;
    }
    boolean[] finite = {true};
    look(
        tensor,
        cancellation,
        (values, count) -> {
          float sum = 0;
          for (int i = 0; i < count; i++) {
            sum += values[i] * 0; // 0 for every finite number, else not a number
          }
          finite[0] = sum == 0;
          return finite[0];
        });
    return finite[0];
  }

  /** Reads with a sink that writes nowhere. */
  private static void look(StoredTensor tensor, Cancellation cancellation, FloatChunks.Sink sink) {
    try {
      FloatChunks.each(tensor, cancellation, sink);
    } catch (IOException e) {
      throw GenerationException.unreadable(tensor.file(), e);
    }
  }
}
