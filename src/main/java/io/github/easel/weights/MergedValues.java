package io.github.easel.weights;

import io.github.easel.generation.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;

/** The values of one tensor of a merge, a band of rows at a time. */
final class MergedValues {

  /** Values of a band, three of which are in memory; a row may be longer. */
  private static final int BAND = 1 << 20;

  private final CheckpointMerge.Piece piece;
  private final DataType type;
  private final Cancellation cancellation;

  MergedValues(CheckpointMerge.Piece piece, DataType type, Cancellation cancellation) {
    this.piece = piece;
    this.type = type;
    this.cancellation = cancellation;
  }

  /** Writes all of them. */
  void writeTo(WritableByteChannel out) throws IOException {
    boolean whole =
        piece.a().shape().rank() == 0
            || piece.a().transposed()
            || piece.b().transposed()
            || piece.c().map(StoredTensor::transposed).orElse(false);
    long rows = whole ? 1 : piece.a().shape().axis(0);
    long row = rows == 0 ? 0 : piece.a().elements() / rows;
    long band = whole ? 1 : Math.max(1, BAND / Math.max(1, row));
    Floats a = new Floats();
    Floats b = new Floats();
    Floats c = new Floats();
    ByteBuffer bytes = ByteBuffer.allocate(0);
    for (long from = 0; from < rows; from += band) {
      long to = Math.min(rows, from + band);
      a.read(part(piece.a(), from, to, whole), cancellation);
      b.read(part(piece.b(), from, to, whole), cancellation);
      Optional<StoredTensor> third = piece.c();
      if (third.isPresent()) {
        c.read(part(third.get(), from, to, whole), cancellation);
      }
      int lines = Math.toIntExact(to - from);
      if (third.isPresent()) {
        add(a, b, c, lines);
      } else {
        mix(a, b, lines);
      }
      int needed = a.count * type.bytes();
      if (bytes.capacity() < needed) {
        bytes = ByteBuffer.allocate(needed).order(ByteOrder.LITTLE_ENDIAN);
      }
      Encoding.encode(type, a.values, a.count, bytes.clear().limit(needed));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }
  }

  private static StoredTensor part(StoredTensor tensor, long from, long to, boolean whole) {
    return whole ? tensor : tensor.rows(from, to);
  }

  /** Into A's values. Of further channels, which come last, A keeps its own. */
  private void mix(Floats a, Floats b, int lines) {
    int line = a.count / lines;
    int common = b.count / lines;
    float weight = piece.weight();
    float rest = 1 - weight;
    for (int i = 0; i < lines; i++) {
      for (int k = 0; k < common; k++) {
        float mine = a.values[i * line + k];
        float other = b.values[i * common + k];
        if (mine != other) { // the same stays the same, to the last bit
          a.values[i * line + k] = mine * rest + other * weight;
        }
      }
    }
  }

  /** Likewise. */
  private void add(Floats a, Floats b, Floats c, int lines) {
    int line = a.count / lines;
    int common = b.count / lines;
    float weight = piece.weight();
    for (int i = 0; i < lines; i++) {
      for (int k = 0; k < common; k++) {
        float change = b.values[i * common + k] - c.values[i * common + k];
        if (change != 0) {
          a.values[i * line + k] += change * weight;
        }
      }
    }
  }

  /** Values of a band. */
  private static final class Floats {

    private float[] values = new float[0];
    private int count;

    void read(StoredTensor tensor, Cancellation cancellation) throws IOException {
      int size = Math.toIntExact(tensor.elements());
      if (values.length < size) {
        values = new float[size];
      }
      count = 0;
      FloatChunks.each(
          tensor,
          cancellation,
          (chunk, length) -> {
            System.arraycopy(chunk, 0, values, count, length);
            count += length;
            return true;
          });
    }
  }
}
