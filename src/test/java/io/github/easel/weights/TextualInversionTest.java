package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.CheckpointFamily.Base;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextualInversionTest {

  private final Path file;

  TextualInversionTest(@TempDir Path folder) {
    this.file = folder.resolve("cat.pt");
  }

  @Test
  void safetensorsWithOneTensor() throws IOException {
    SafetensorsWriter.write(Map.of("emb_params", FloatTensor.zeros(Shape.of(3, 768))), file);

    TextualInversion embedding = TextualInversion.open(file);

    assertThat(embedding.name()).isEmpty();
    assertThat(embedding.base()).isEqualTo(Base.SD1);
    assertThat(embedding.count()).isEqualTo(3);
    assertThat(embedding.vectors()).isPresent();
    assertThat(embedding.second()).isEmpty();
  }

  @Test
  void diffusersNamesTheWord() throws IOException {
    SafetensorsWriter.write(Map.of("<cat-toy>", FloatTensor.zeros(Shape.of(1024))), file);

    TextualInversion embedding = TextualInversion.open(file);

    assertThat(embedding.name()).hasValue("<cat-toy>");
    assertThat(embedding.base()).isEqualTo(Base.SD2);
    assertThat(embedding.vectors().map(StoredTensor::shape)).hasValue(Shape.of(1, 1024));
  }

  @Test
  void pairsForSdxl() throws IOException {
    SafetensorsWriter.write(
        Map.of(
            "clip_l", FloatTensor.zeros(Shape.of(2, 768)),
            "clip_g", FloatTensor.zeros(Shape.of(2, 1280))),
        file);

    TextualInversion embedding = TextualInversion.open(file);

    assertThat(embedding.base()).isEqualTo(Base.SDXL);
    assertThat(embedding.count()).isEqualTo(2);
    assertThat(embedding.second().map(StoredTensor::shape)).hasValue(Shape.of(2, 1280));
  }

  @Test
  void picklesOfA1111() throws IOException {
    PickleBytes pickle = new PickleBytes().ops("}(").text("string_to_token").ops("}(").text("*");
    tensor(pickle, "1", new long[0]).op('u').text("string_to_param").ops("}(").text("*");
    tensor(pickle, "0", new long[] {2, 768}).op('u').text("name").text("cat").op('u');
    write(pickle);

    TextualInversion embedding = TextualInversion.open(file);

    assertThat(embedding.name()).hasValue("cat");
    assertThat(embedding.count()).isEqualTo(2);
    assertThat(CheckpointFamily.of(TensorFiles.open(file)).content())
        .isEqualTo(CheckpointFamily.Content.EMBEDDING);
  }

  @Test
  void picklesWithTorchsDictionaryOfParameters() throws IOException {
    PickleBytes pickle = new PickleBytes().ops("}(").text("string_to_param");
    pickle.global("torch.nn.modules.container", "ParameterDict").op(')', 0x81);
    pickle.ops("}(").text("training").op(0x88).text("_parameters").ops("}(").text("*");
    tensor(pickle, "0", new long[] {2, 768}).ops("uubu");
    write(pickle);

    assertThat(TextualInversion.open(file).count()).isEqualTo(2);
  }

  @Test
  void refusesAnythingElse() throws IOException {
    SafetensorsWriter.write(
        Map.of(
            "a", FloatTensor.zeros(Shape.of(768)),
            "b", FloatTensor.zeros(Shape.of(768))),
        file);
    Unusable.because("2 tensors", () -> TextualInversion.open(file));
    SafetensorsWriter.write(Map.of("a", FloatTensor.zeros(Shape.of(1, 1, 768))), file);
    Unusable.because("F32 of [1, 1, 768]", () -> TextualInversion.open(file));
    SafetensorsWriter.write(Map.of("a", FloatTensor.zeros(Shape.of(0, 768))), file);
    Unusable.because("F32 of [0, 768]", () -> TextualInversion.open(file));
  }

  private static PickleBytes tensor(PickleBytes pickle, String key, long[] size) {
    long[] stride = size.length == 0 ? size : new long[] {size[1], 1};
    long count = size.length == 0 ? 1 : size[0] * size[1];
    return pickle.tensor("FloatStorage", key, count, 0, size, stride);
  }

  private void write(PickleBytes pickle) throws IOException {
    TorchZip.with(pickle.end())
        .stored("model/data/0", new byte[2 * 768 * 4])
        .stored("model/data/1", new byte[4])
        .write(file);
  }
}
