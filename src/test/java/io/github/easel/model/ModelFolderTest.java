package io.github.easel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {

  @TempDir Path shelf;
  private Path root;

  @BeforeEach
  void makeModel() throws IOException {
    root = shelf.resolve("mine");
    for (String part : List.of("text_encoder", "unet", "vae_decoder")) {
      write(part + "/model.onnx", "graph");
    }
    write("scheduler/scheduler_config.json", "{}");
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void findsWhatIsThere() throws IOException {
    assertThat(ModelFolder.at(root).vaeEncoder()).isEmpty();
    assertThat(ModelFolder.at(root).tokenizer()).isEmpty();
    write("vae_encoder/model.onnx", "graph");
    write("tokenizer/vocab.json", "{}");
    ModelFolder folder = ModelFolder.at(root);
    assertThat(folder.vaeEncoder()).contains(root.resolve("vae_encoder/model.onnx"));
    assertThat(folder.tokenizer()).contains(root.resolve("tokenizer"));
    assertThat(folder.name()).isEqualTo("mine");
  }

  @Test
  void saysWhichFileIsMissing() throws IOException {
    Path unet = root.resolve("unet/model.onnx");
    Files.delete(unet);
    failsWith(Failure.MODEL_FILE_MISSING, unet.toString(), () -> ModelFolder.at(root));
    failsWith(Failure.MODEL_NOT_FOUND, "nowhere", () -> ModelFolder.at(shelf.resolve("nowhere")));
  }

  @Test
  void takesStableDiffusionXlsSettingsWhereThereAreTwoTextEncoders() throws IOException {
    write("text_encoder_2/model.onnx", "graph");
    ModelFolder folder = ModelFolder.at(root);
    assertThat(folder.zeroesEmptyNegative()).isTrue();
    assertThat(ModelSettings.of(folder).scalingFactor()).isEqualTo(0.13025);
    assertThat(ModelSettings.of(folder).size()).isEqualTo(new ImageSize(1024, 1024));
  }

  @Test
  void findsASecondTokenizer() throws IOException {
    write("text_encoder_2/model.onnx", "graph");
    write("tokenizer_2/vocab.json", "{}");
    assertThat(ModelFolder.at(root).secondTokenizer()).contains(root.resolve("tokenizer_2"));
  }

  @Test
  void takesStableDiffusionsSettingsWhereNothingIsSaid() {
    ModelSettings settings = ModelSettings.of(ModelFolder.at(root));
    assertThat(settings.scalingFactor()).isEqualTo(0.18215);
    assertThat(settings.vaeFactor()).isEmpty();
    assertThat(settings.size()).isEqualTo(new ImageSize(512, 512));
  }

  @Test
  void readsConfigurationAndAdvice() throws IOException {
    write("unet/config.json", "{\"sample_size\": 16, \"block_out_channels\": [1, 2, 3]}");
    write(
        "vae_decoder/config.json",
        "{\"scaling_factor\": 1.0, \"shift_factor\": 0.5, \"block_out_channels\": [1, 2, 3, 4]}");
    ModelSettings settings = ModelSettings.of(ModelFolder.at(root));
    assertThat(settings.scalingFactor()).isEqualTo(1);
    assertThat(settings.shiftFactor()).isEqualTo(0.5);
    assertThat(settings.vaeFactor()).hasValue(8);
    assertThat(settings.latentMultiple()).isEqualTo(4);
    assertThat(settings.vocabulary()).isEmpty();
    assertThat(settings.textLayers()).isEmpty();
    write("text_encoder/config.json", "{\"vocab_size\": 4096}");
    assertThat(ModelSettings.of(ModelFolder.at(root)).vocabulary()).hasValue(4096);
    assertThat(settings.size()).isEqualTo(new ImageSize(128, 128));
    write("easel.json", "{\"sampler\": \"ddpm\", \"steps\": 30, \"guidance\": 4, \"width\": 64}");
    ModelSettings advised = ModelSettings.of(ModelFolder.at(root));
    assertThat(advised.size()).isEqualTo(new ImageSize(64, 128));
    assertThat(advised.sampling()).isEqualTo(new Sampling(SamplerKind.DDPM, 30, 4));
  }

  @Test
  void saysWhichSettingsAreUnusable() throws IOException {
    write("easel.json", "{\"steps\": -1}");
    failsWith(
        Failure.MODEL_FILE_UNUSABLE, "Steps -1", () -> ModelSettings.of(ModelFolder.at(root)));
    write("easel.json", "{\"sampler\": \"guess\"}");
    failsWith(Failure.MODEL_FILE_UNUSABLE, "guess", () -> ModelSettings.of(ModelFolder.at(root)));
    write("easel.json", "{\"steps\": ");
    failsWith(
        Failure.MODEL_FILE_UNUSABLE, "easel.json", () -> ModelSettings.of(ModelFolder.at(root)));
  }

  @Test
  void catalogueFindsByNameAndByPath() throws IOException {
    Files.createDirectories(shelf.resolve("not a model"));
    ModelCatalogue catalogue = new ModelCatalogue(List.of(shelf, shelf.resolve("absent")));
    assertThat(catalogue.paths()).containsExactly(root);
    assertThat(catalogue.find("mine")).isEqualTo(root);
    assertThat(catalogue.find(root.toString())).isEqualTo(root);
    failsWith(Failure.MODEL_NOT_FOUND, "yours", () -> catalogue.find("yours"));
    failsWith(Failure.MODEL_NOT_FOUND, "\0", () -> catalogue.find("\0"));
    failsWith(Failure.MODEL_NOT_FOUND, "", () -> catalogue.find(""));
  }

  @Test
  void fingerprintTellsWeightsApart() throws IOException {
    write("unet/weights.pb", "a".repeat(3 << 20));
    String one = ModelFingerprint.of(ModelFolder.at(root));
    assertThat(one).matches("[0-9a-f]{10}").isEqualTo(ModelFingerprint.of(ModelFolder.at(root)));
    write("unet/.DS_Store", "the system's own");
    assertThat(ModelFingerprint.of(ModelFolder.at(root))).isEqualTo(one);
    write("unet/weights.pb", "a".repeat((3 << 20) - 1) + "b");
    assertThat(ModelFingerprint.of(ModelFolder.at(root))).isNotEqualTo(one);
  }

  private static void failsWith(Failure failure, String detail, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(failure);
              assertThat(String.join(" ", e.details())).contains(detail);
            });
  }
}
