package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.file.FileReason;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorValuesTest {

  private final Path file;

  TensorValuesTest(@TempDir Path folder) {
    this.file = folder.resolve("values");
  }

  @Test
  void readsEveryType() throws IOException {
    assertThat(read(DataType.F32, bytes(8).putFloat(-1.5f).putFloat(Float.MIN_VALUE)))
        .containsExactly(-1.5f, Float.MIN_VALUE);
    assertThat(read(DataType.F64, bytes(16).putDouble(0.1).putDouble(-1e300)))
        .containsExactly(0.1f, Float.NEGATIVE_INFINITY);
    assertThat(read(DataType.BF16, shorts(0x3F80, 0xC049, 0x0001)))
        .containsExactly(1, -3.140625f, Float.intBitsToFloat(0x10000));
    assertThat(read(DataType.I64, bytes(16).putLong(-5).putLong(1L << 40)))
        .containsExactly(-5, 0x1p40f);
    assertThat(read(DataType.I32, bytes(4).putInt(-70000))).containsExactly(-70000);
    assertThat(read(DataType.I16, shorts(0xFFFF, 300))).containsExactly(-1, 300);
    assertThat(read(DataType.I8, bytes(2).put((byte) -128).put((byte) 127)))
        .containsExactly(-128, 127);
    assertThat(read(DataType.U8, bytes(2).put((byte) -128).put((byte) 127)))
        .containsExactly(128, 127);
    assertThat(read(DataType.BOOL, bytes(2).put((byte) 0).put((byte) 2))).containsExactly(0, 1);
  }

  @Test
  void readsHalves() throws IOException {
    // one, largest, smallest normal, largest and smallest subnormal, zeros, infinities
    assertThat(
            read(
                DataType.F16,
                shorts(0x3C00, 0x7BFF, 0x0400, 0x03FF, 0x8001, 0, 0x8000, 0x7C00, 0xFC00, 0x3555)))
        .containsExactly(
            1,
            65504,
            0x1p-14f,
            0x1.ff8p-15f,
            -0x1p-24f,
            0f,
            -0f,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            0x1.554p-2f);
    assertThat(read(DataType.F16, shorts(0x7E00, 0xFC01))).containsExactly(Float.NaN, Float.NaN);
  }

  @Test
  void readsEightBitFloats() throws IOException {
    assertThat(read(DataType.F8_E4M3, octets(0x38, 0x7E, 0x01, 0x88, 0xB9, 0x00)))
        .containsExactly(1, 448, 0x1p-9f, -0x1p-6f, -1.125f, 0);
    assertThat(read(DataType.F8_E4M3, octets(0x7F, 0xFF))).containsExactly(Float.NaN, Float.NaN);
    assertThat(read(DataType.F8_E5M2, octets(0x3C, 0x7B, 0x01, 0x84, 0x7C)))
        .containsExactly(1, 57344, 0x1p-16f, -0x1p-14f, Float.POSITIVE_INFINITY);
  }

  @Test
  void readsPartsAndOtherShapes() throws IOException {
    StoredTensor matrix = floats(Shape.of(3, 2), 0, 1, 2, 3, 4, 5);

    assertThat(TensorValues.read(matrix.rows(1, 3)).toArray()).containsExactly(2, 3, 4, 5);
    assertThat(matrix.rows(3, 3).elements()).isZero();
    assertThat(matrix.rows(1, 2).shaped(Shape.of(2)).named("b"))
        .isEqualTo(new StoredTensor("b", DataType.F32, Shape.of(2), file, 8));
    FloatTensor swapped = TensorValues.read(matrix.swapped());
    assertThat(swapped.shape()).isEqualTo(Shape.of(2, 3));
    assertThat(swapped.toArray()).containsExactly(0, 2, 4, 1, 3, 5);
    assertThat(matrix.swapped().swapped()).isEqualTo(matrix);
    assertThatThrownBy(() -> matrix.shaped(Shape.of(5)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> matrix.rows(1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> matrix.swapped().rows(0, 1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void swapsMatricesThatAreReadInPieces() throws IOException {
    int rows = 2100;
    int columns = 2003;
    FloatTensor values = FloatTensor.zeros(Shape.of(rows, columns));
    for (int i = 0; i < values.size(); i++) {
      values.set(i, i);
    }
    SafetensorsWriter.write(Map.of("a", values), file);
    StoredTensor stored = Safetensors.open(file).tensor("a");

    FloatTensor swapped = TensorValues.read(stored.swapped());

    for (int i = 0; i < swapped.size(); i += 997) {
      assertThat(swapped.get(i)).isEqualTo(values.get(i % rows * columns + i / rows));
    }
    assertThat(TensorValues.read(stored).toArray()).isEqualTo(values.toArray());
    assertThat(written(stored)).isEqualTo(values.toArray());
    assertThat(written(stored.swapped())).isEqualTo(swapped.toArray());
  }

  @Test
  void writesHalvesAsFloats() throws IOException {
    write(shorts(0x3C00, 0xC000));

    assertThat(written(new StoredTensor("a", DataType.F16, Shape.of(2), file, 0)))
        .containsExactly(1, -2);
  }

  @Test
  void findsValuesThatAreNoNumbers() throws IOException {
    float[] values = new float[100_000];
    assertThat(finite(floats(Shape.of(values.length), values))).isTrue();
    values[70_000] = Float.NaN;
    assertThat(finite(floats(Shape.of(values.length), values))).isFalse();
    values[70_000] = Float.NEGATIVE_INFINITY;
    assertThat(finite(floats(Shape.of(values.length), values))).isFalse();
    assertThat(finite(new StoredTensor("a", DataType.I32, Shape.of(7), file, 0))).isTrue();
  }

  @Test
  void saysWhenTheFileWasCutShortSince() throws IOException {
    StoredTensor tensor = floats(Shape.of(4), 1, 2, 3, 4);
    Files.write(file, new byte[15]);

    Unusable.unreadable(FileReason.CUT_SHORT.words(), () -> TensorValues.read(tensor));
    Files.delete(file);
    Unusable.unreadable(FileReason.NOT_THERE.words(), () -> TensorValues.read(tensor));
  }

  @Test
  void refusesMoreThanMemoryCanAddress() {
    StoredTensor tensor = new StoredTensor("a", DataType.U8, Shape.of(1L << 40), file, 0);

    Unusable.because("[1099511627776]", () -> TensorValues.read(tensor));
  }

  @Test
  void endsWhenCancelled() throws IOException {
    StoredTensor tensor = floats(Shape.of(4), 1, 2, 3, 4);
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();

    assertThatThrownBy(
            () ->
                TensorValues.writeFloat32(
                    tensor, Channels.newChannel(new ByteArrayOutputStream()), cancelled))
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
  }

  @Test
  void leavesFailuresOfWritingToTheCaller() throws IOException {
    StoredTensor tensor = floats(Shape.of(4), 1, 2, 3, 4);
    var closed = Channels.newChannel(new ByteArrayOutputStream());
    closed.close();

    assertThatThrownBy(() -> TensorValues.writeFloat32(tensor, closed, new Cancellation()))
        .isInstanceOf(IOException.class);
  }

  private static boolean finite(StoredTensor tensor) {
    return TensorValues.isFinite(tensor, new Cancellation());
  }

  private static float[] written(StoredTensor tensor) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TensorValues.writeFloat32(tensor, Channels.newChannel(out), new Cancellation());
    float[] values = new float[out.size() / Float.BYTES];
    ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private float[] read(DataType type, ByteBuffer bytes) throws IOException {
    write(bytes);
    Shape shape = Shape.of(bytes.capacity() / type.bytes());
    return TensorValues.read(new StoredTensor("a", type, shape, file, 0)).toArray();
  }

  private void write(ByteBuffer bytes) throws IOException {
    bytes.rewind();
    byte[] array = new byte[bytes.remaining()];
    bytes.get(array);
    Files.write(file, array);
  }

  private StoredTensor floats(Shape shape, float... values) throws IOException {
    ByteBuffer bytes = bytes(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    write(bytes);
    return new StoredTensor("a", DataType.F32, shape, file, 0);
  }

  private static ByteBuffer bytes(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer shorts(int... values) {
    ByteBuffer bytes = bytes(values.length * 2);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return bytes;
  }

  private static ByteBuffer octets(int... values) {
    ByteBuffer bytes = bytes(values.length);
    for (int value : values) {
      bytes.put((byte) value);
    }
    return bytes;
  }
}
