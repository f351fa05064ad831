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
    ByteBuffer[] bytes = {ByteBuffer.allocate(0)};
    FloatChunks.each(
        tensor,
        cancellation,
        (values, count) -> {
          int length = count * Float.BYTES;
          if (bytes[0].capacity() < length) {
            bytes[0] = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
          }
          ByteBuffer chunk = bytes[0].clear().limit(length);
          chunk.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values, 0, count);
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
