package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
}
