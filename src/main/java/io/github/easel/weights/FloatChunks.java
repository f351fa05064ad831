package io.github.easel.weights;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A stored tensor's values as floats, a piece at a time and in the order of its shape. */
final class FloatChunks {

  private static final int CHUNK = 1 << 16;

  /** Values of a transposed matrix that are gathered at a time: they lie far apart in the file. */
  private static final int BAND = 1 << 22;

  /** Takes the pieces one after the other. */
  @FunctionalInterface
  interface Sink {

    /**
     * Takes a piece.
     *
     * @param values overwritten by the next piece
     * @param count how many of them count
     * @return whether further pieces are wanted
     */
    boolean accept(float[] values, int count) throws IOException;
  }

  private final StoredTensor tensor;
  private final SeekableByteChannel channel;
  private final Cancellation cancellation;

  private FloatChunks(StoredTensor tensor, SeekableByteChannel channel, Cancellation cancellation) {
    this.tensor = tensor;
    this.channel = channel;
    this.cancellation = cancellation;
  }

  /**
   * Reads the tensor.
   *
   * @throws IOException only from the sink
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code CANCELLED}
   */
  static void each(StoredTensor tensor, Cancellation cancellation, Sink sink) throws IOException {
    IOException[] sinkFailure = new IOException[1];
    Sink guarded =
        (values, count) -> {
          try {
            return sink.accept(values, count);
          } catch (IOException e) {
            sinkFailure[0] = e;
            return false;
          }
        };
    WeightFiles.read(
        tensor.file(),
        channel -> {
          FloatChunks chunks = new FloatChunks(tensor, channel, cancellation);
          if (tensor.transposed()) {
            chunks.transposed(guarded);
          } else {
            chunks.straight(guarded);
          }
          return tensor;
        });
    if (sinkFailure[0] != null) {
      throw sinkFailure[0];
    }
  }

  private void straight(Sink sink) throws IOException {
    long elements = tensor.elements();
    int size = (int) Math.min(CHUNK, elements);
    ByteBuffer bytes = ByteBuffer.allocate(size * tensor.type().bytes());
    float[] values = new float[size];
    boolean wanted = true;
    for (long done = 0; done < elements && wanted; done += size) {
      cancellation.check();
      int count = (int) Math.min(size, elements - done);
      read(done, count, bytes, values);
      wanted = sink.accept(values, count);
    }
  }

  /** Stored column by column: for a band of rows, every column has a run of values. */
  private void transposed(Sink sink) throws IOException {
    long rows = tensor.shape().axis(0);
    int columns = Math.toIntExact(tensor.shape().axis(1));
    int band = (int) Math.min(rows, Math.max(1, BAND / Math.max(1, columns)));
    ByteBuffer bytes = ByteBuffer.allocate(band * tensor.type().bytes());
    float[] run = new float[band];
    float[] values = new float[Math.multiplyExact(band, columns)];
    boolean wanted = true;
    for (long row = 0; row < rows && wanted; row += band) {
      cancellation.check();
      int count = (int) Math.min(band, rows - row);
      for (int column = 0; column < columns; column++) {
        read(column * rows + row, count, bytes, run);
        for (int i = 0; i < count; i++) {
          values[i * columns + column] = run[i];
        }
      }
      wanted = sink.accept(values, count * columns);
    }
  }

  private void read(long element, int count, ByteBuffer bytes, float[] into) throws IOException {
    int width = tensor.type().bytes();
    WeightFiles.fill(
        channel, tensor.offset() + element * width, bytes.clear().limit(count * width));
    Decoding.decode(tensor.type(), bytes, count, into);
  }
}
