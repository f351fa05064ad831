package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorFilesTest {

  @Test
  void goesByTheFirstBytesNotTheName(@TempDir Path folder) throws IOException {
    Path safe = folder.resolve("a.ckpt");
    SafetensorsWriter.write(Map.of("a", FloatTensor.of(Shape.of(1), 1)), safe);
    Path zip = copy("lightning.ckpt", folder.resolve("b.safetensors"));
    Path legacy = copy("legacy.pt", folder.resolve("c"));
    Path index = folder.resolve("model.safetensors.index.json");
    Files.writeString(index, "{\"weight_map\": {\"a\": \"a.ckpt\"}}");

    assertThat(TensorFiles.open(safe).tensors()).containsOnlyKeys("a");
    assertThat(TensorFiles.open(zip).tensors()).hasSize(12);
    assertThat(TensorFiles.open(legacy).tensors()).hasSize(12);
    assertThat(TensorFiles.open(index).tensors()).containsOnlyKeys("a");
    Unusable.because(
        "an empty file", () -> TensorFiles.open(Files.createFile(folder.resolve("e"))));
    Path gguf = Files.writeString(folder.resolve("g"), "GGUF\3\0\0\0\0\0");
    Unusable.because("a GGUF file", () -> TensorFiles.open(gguf));
  }

  private static Path copy(String resource, Path to) throws IOException {
    try (InputStream in = TensorFilesTest.class.getResourceAsStream("/weights/" + resource)) {
      Files.copy(Objects.requireNonNull(in), to);
    }
    return to;
  }
}
