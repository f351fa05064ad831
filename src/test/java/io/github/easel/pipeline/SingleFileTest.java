package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Source;
import io.github.easel.model.ModelPackages;
import io.github.easel.model.TinyCheckpoint;
import io.github.easel.runtime.onnx.OnnxEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same weights as a diffusers folder and as a single file. */
class SingleFileTest {

  @TempDir private Path shelf;

  @Test
  void drawsTheSameAsTheFolder() throws IOException {
    Path folder = TinyCheckpoint.folder(shelf.resolve("folder"));
    Path file = TinyCheckpoint.file(folder, shelf.resolve("dream.safetensors"));
    PixelImage fromFolder = draw(folder, folder.resolve("tokenizer"), Optional.empty());
    PixelImage fromFile = draw(file, folder.resolve("tokenizer"), Optional.empty());
    assertThat(fromFile.rgb()).isEqualTo(fromFolder.rgb());
    assertThat(fromFile.rgb()).containsAnyOf(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    Optional<Source> source = Optional.of(new Source(fromFolder, "", 0.6, Fit.STRETCH));
    assertThat(draw(file, folder.resolve("tokenizer"), source).rgb())
        .isEqualTo(draw(folder, folder.resolve("tokenizer"), source).rgb())
        .isNotEqualTo(fromFile.rgb());
  }

  @Test
  void drawsTheSameWithTwoTextEncoders() throws IOException {
    Path folder = TinyCheckpoint.folderOfTwo(shelf.resolve("folder"));
    Path file = TinyCheckpoint.file(folder, shelf.resolve("dream.safetensors"));
    Path configs = Files.createDirectories(shelf.resolve("dream"));
    for (String network : List.of("unet", "text_encoder", "text_encoder_2", "vae")) {
      Files.createDirectories(configs.resolve(network));
      Files.copy(
          folder.resolve(network).resolve("config.json"),
          configs.resolve(network).resolve("config.json"));
    }
    Path tokenizer = folder.resolve("tokenizer");
    assertThat(draw(file, tokenizer, Optional.empty()).rgb())
        .isEqualTo(draw(folder, tokenizer, Optional.empty()).rgb());
  }

  private static PixelImage draw(Path model, Path tokenizer, Optional<Source> source) {
    GenerationRequest request =
        new GenerationRequest(
            new Prompt("a small house", "rain"),
            "model",
            new ImageSize(32, 48),
            new Sampling(SamplerKind.EULER, 3, 5),
            11);
    try (DiffusionPipeline pipeline =
        new DiffusionPipeline(
            new LoadedModel(
                ModelPackages.at(model), OnnxEngine.on(DeviceChoice.CPU), Optional.of(tokenizer)),
            "test")) {
      return pipeline
          .generate(request.withSource(source), ProgressListener.NONE, new Cancellation())
          .image();
    }
  }
}
