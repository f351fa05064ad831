package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Cancellation;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {

  private final Path folder;

  SafetensorsWriterTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void writesNamesShapesAndValues() throws IOException {
    Path file = folder.resolve("a.safetensors");
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    tensors.put("b", FloatTensor.of(Shape.of(2, 3), 1, -2, 3.5f, Float.MIN_VALUE, -0f, 1e30f));
    tensors.put("a", FloatTensor.of(Shape.of(), 7));
    tensors.put("empty", FloatTensor.zeros(Shape.of(0, 4)));

    SafetensorsWriter.write(tensors, file);

    SafetensorsFile read = SafetensorsFile.read(file);
    assertThat(read.header())
        .hasToString(
            "{\"b\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[24,28]},"
                + "\"empty\":{\"dtype\":\"F32\",\"shape\":[0,4],\"data_offsets\":[28,28]}}");
    assertThat(read.values("b")).containsExactly(1, -2, 3.5f, Float.MIN_VALUE, -0f, 1e30f);
    assertThat(read.values("a")).containsExactly(7);
    assertThat(read.data().limit()).isEqualTo(28);
  }

  @Test
  void dataBeginsAtAMultipleOfEight() throws IOException {
    Path file = folder.resolve("a.safetensors");
    for (String name : new String[] {"a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "ა"}) {
      SafetensorsWriter.write(Map.of(name, FloatTensor.of(Shape.of(1), 1)), file);

      assertThat(SafetensorsFile.read(file).headerLength() % 8).isZero();
      assertThat(SafetensorsFile.read(file).values(name)).containsExactly(1);
    }
  }

  @Test
  void writesMoreThanOneChunk() throws IOException {
    Path file = folder.resolve("a.safetensors");
    FloatTensor tensor = FloatTensor.zeros(Shape.of(40_000));
    for (int i = 0; i < tensor.size(); i++) {
      tensor.set(i, i * 0.5f);
    }

    SafetensorsWriter.write(Map.of("a", tensor), file);

    assertThat(SafetensorsFile.read(file).values("a")).isEqualTo(tensor.toArray());
  }

  @Test
  void leavesNothingBehindWhenItFails() {
    assertThatThrownBy(
            () -> SafetensorsWriter.write(Map.of(), Files.createDirectory(folder.resolve("a"))))
        .isInstanceOf(IOException.class);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void writesOneTensorAfterTheOtherInItsOwnType() throws IOException {
    Path source = folder.resolve("source.safetensors");
    SafetensorsWriter.write(Map.of("a", FloatTensor.of(Shape.of(2, 1), 1, -0.1f)), source);
    StoredTensor stored = Safetensors.open(source).tensor("a");
    Path file = folder.resolve("a.safetensors");

    SafetensorsWriter.write(
        List.of(
            new SafetensorsWriter.Planned(
                "half",
                DataType.F16,
                Shape.of(2),
                out -> TensorValues.writeFloat16(stored, out, new Cancellation())),
            new SafetensorsWriter.Planned(
                "whole",
                DataType.F32,
                Shape.of(1, 2),
                out -> TensorValues.writeFloat32(stored.swapped(), out, new Cancellation()))),
        Map.of("format", "pt"),
        file);

    TensorFile read = Safetensors.open(file);
    assertThat(read.metadata()).isEqualTo(Map.of("format", "pt"));
    assertThat(TensorValues.read(read.tensor("half")).toArray()).containsExactly(1, -0x1.998p-4f);
    assertThat(read.tensor("whole").shape()).isEqualTo(Shape.of(1, 2));
    assertThat(TensorValues.read(read.tensor("whole")).toArray()).containsExactly(1, -0.1f);
  }

  @Test
  void refusesValuesThatAreNotAsManyAsTheShapeSays() {
    Path file = folder.resolve("a.safetensors");

    assertThatThrownBy(
            () ->
                SafetensorsWriter.write(
                    List.of(
                        new SafetensorsWriter.Planned(
                            "a",
                            DataType.U8,
                            Shape.of(3),
                            out -> out.write(ByteBuffer.allocate(2)))),
                    Map.of(),
                    file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a does not have");
    assertThat(file).doesNotExist();
  }
}
