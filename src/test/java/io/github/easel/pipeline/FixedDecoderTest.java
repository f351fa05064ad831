package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Preview;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.model.ModelFolder;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tokenizer.TinyVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model whose decoder was exported for one size: looking must not cost its pictures. */
class FixedDecoderTest {

  private static final int SIDE = 32;
  private static final int CELLS = 16;
  private static final int STEPS = 3;

  @TempDir Path folder;
  private LoadedModel model;

  @BeforeEach
  void open() throws IOException {
    Path original = Golden.micro().folder();
    Path copy = folder.resolve("fixed");
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(original.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    Path decoder = copy.resolve("vae_decoder");
    new GraphEdit(original.resolve("vae_decoder").resolve("model.onnx"))
        .fix("latent_sample", 2, CELLS)
        .fix("latent_sample", 3, CELLS)
        .write(decoder);
    Path vocabulary = Files.createDirectory(folder.resolve("vocabulary"));
    TinyVocabulary.write(vocabulary);
    // the factor, 2, is known: nothing smaller has to be tried
    Files.writeString(decoder.resolve("config.json"), "{\"block_out_channels\": [1, 1]}");
    model =
        new LoadedModel(
            ModelFolder.at(copy), OnnxEngine.on(DeviceChoice.CPU), Optional.of(vocabulary));
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void hasNoColours() {
    assertThat(model.colours(new Cancellation())).isEmpty();
    assertThat(model.colours(new Cancellation())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PreviewWish.Kind.class)
  void drawsWhateverPreviewsAreWanted(PreviewWish.Kind kind) {
    List<Preview> previews = new ArrayList<>();
    PixelImage image = draw(kind, previews);
    assertThat(image.width()).isEqualTo(SIDE);
    assertThat(previews).allSatisfy(one -> assertThat(one.image().width()).isEqualTo(SIDE));
    switch (kind) {
      case OFF, FAST -> assertThat(previews).isEmpty();
      case AUTO -> assertThat(previews).isNotEmpty();
      case FULL -> assertThat(previews).hasSize(STEPS);
    }
  }

  private PixelImage draw(PreviewWish.Kind kind, List<Preview> previews) {
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void on(Progress progress) {}

          @Override
          public PreviewWish previews() {
            return new PreviewWish(kind, 1);
          }

          @Override
          public void onPreview(Preview preview) {
            previews.add(preview);
          }
        };
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("ab"),
            "fixed",
            new ImageSize(SIDE, SIDE),
            new Sampling(SamplerKind.DDIM, STEPS, 5),
            1);
    return new DiffusionPipeline(model, "test")
        .generate(request, listener, new Cancellation())
        .image();
  }
}
