package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.file.FileReason;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsIndexTest {

  private final Path folder;
  private final Path index;

  SafetensorsIndexTest(@TempDir Path parent) throws IOException {
    this.folder = Files.createDirectory(parent.resolve("unet"));
    this.index = folder.resolve("model.safetensors.index.json");
  }

  @BeforeEach
  void writeShards() throws IOException {
    SafetensorsWriter.write(
        Map.of("a", FloatTensor.of(Shape.of(1), 1)),
        folder.resolve("model-00001-of-2.safetensors"));
    SafetensorsWriter.write(
        Map.of("b", FloatTensor.of(Shape.of(1), 2), "c", FloatTensor.of(Shape.of(1), 3)),
        folder.resolve("model-00002-of-2.safetensors"));
    SafetensorsWriter.write(
        Map.of("a", FloatTensor.of(Shape.of(1), 4)), folder.resolveSibling("outside"));
  }

  @Test
  void gathersTheTensorsOfAllShards() throws IOException {
    Files.writeString(
        index,
        """
        {"metadata": {"total_size": 12, "deep": {}},
         "weight_map": {"b": "model-00002-of-2.safetensors", "a": "model-00001-of-2.safetensors",
                        "c": "model-00002-of-2.safetensors"}}
        """);

    TensorFile model = Safetensors.openIndex(index);

    assertThat(model.file()).isEqualTo(index);
    assertThat(model.metadata()).isEqualTo(Map.of("total_size", "12"));
    assertThat(model.tensors().keySet()).containsExactly("b", "a", "c");
    assertThat(model.tensors().values())
        .extracting(tensor -> TensorValues.read(tensor).get(0))
        .containsExactly(2f, 1f, 3f);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside",
        "..",
        ".",
        "/etc/passwd",
        "x/../../outside",
        "..\\\\outside",
        "C:outside",
        "",
        "\\u0000"
      })
  void refusesFilesElsewhere(String shard) throws IOException {
    Files.writeString(index, "{\"weight_map\": {\"a\": \"" + shard + "\"}}");

    Unusable.because("the file name “", () -> Safetensors.openIndex(index));
  }

  @Test
  void refusesWhatIsNoIndex() throws IOException {
    Files.writeString(index, "{\"weight_map\": {\"a\": 7}}");
    Unusable.because("the file name “7”", () -> Safetensors.openIndex(index));
    Files.writeString(index, "{\"weights\": {}}");
    Unusable.because("no “weight_map”", () -> Safetensors.openIndex(index));
    Files.writeString(index, "{\"weight_map\": {\"a\": \"x\", \"a\": \"y\"}}");
    Unusable.because("Duplicate field", () -> Safetensors.openIndex(index));
    Files.writeString(index, "");
    Unusable.because("no “weight_map”", () -> Safetensors.openIndex(index));
  }

  @Test
  void refusesAbsentShardsAndTensors() throws IOException {
    Files.writeString(index, "{\"weight_map\": {\"a\": \"model-00003-of-3.safetensors\"}}");
    Unusable.unreadable(FileReason.NOT_THERE.words(), () -> Safetensors.openIndex(index));

    Files.writeString(index, "{\"weight_map\": {\"b\": \"model-00001-of-2.safetensors\"}}");
    Unusable.because("none of that name", () -> Safetensors.openIndex(index));
  }
}
