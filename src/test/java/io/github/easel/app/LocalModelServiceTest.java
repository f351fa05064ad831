package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.ModelService.Unusable;
import io.github.easel.generation.Failure;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.TokenizerFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that lie there and lack something. */
class LocalModelServiceTest {

  private final Path shelf;
  private final Path other;
  private final ModelService models;

  LocalModelServiceTest(@TempDir Path folder) throws IOException {
    shelf = Files.createDirectory(folder.resolve("shelf"));
    other = Files.createDirectory(folder.resolve("other"));
    ModelCatalogue catalogue = new ModelCatalogue(List.of(shelf, other));
    models =
        new LocalModelService(
            catalogue,
            new TokenizerFinder(catalogue, Optional.empty(), folder.resolve("kept")),
            () -> {
              throw new AssertionError("lists open no networks");
            });
  }

  private static Path model(Path root, String name) throws IOException {
    Path folder = root.resolve(name);
    for (String part : List.of("text_encoder", "unet", "vae_decoder")) {
      write(folder.resolve(part).resolve("model.onnx"));
    }
    write(folder.resolve("scheduler").resolve("scheduler_config.json"));
    return folder;
  }

  private static void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unet/model.onnx",
        "text_encoder/model.onnx",
        "vae_decoder/model.onnx",
        "scheduler/scheduler_config.json"
      })
  void namesTheModelAndTheFileThatItLacks(String lost) throws IOException {
    model(shelf, "whole");
    Path broken = model(shelf, "dream");
    Files.delete(broken.resolve(lost));
    assertThat(models.list()).extracting(ModelSummary::name).containsExactly("whole");
    Unusable unusable = models.unusable().get(0);
    assertThat(models.unusable()).hasSize(1);
    assertThat(unusable.name()).isEqualTo("dream");
    assertThat(unusable.folder()).isEqualTo(broken);
    assertThat(unusable.reason().failure()).isEqualTo(Failure.MODEL_FILE_MISSING);
    FailureReport told =
        new UserMessages(Locale.ENGLISH).report(unusable.reason(), FailureContext.UNKNOWN);
    assertThat(told.what()).contains("“dream”");
    assertThat(told.why()).contains(broken.resolve(lost).toString());
    assertThat(told.remedy().orElseThrow().action()).isEqualTo(FailureAction.CHOOSE_MODEL);
    FailureReport alone =
        new UserMessages(Locale.forLanguageTag("ka"))
            .report(unusable.reason(), FailureContext.NO_MODEL);
    assertThat(alone.what()).contains("dream");
    assertThat(alone.remedy().orElseThrow().action()).isEqualTo(FailureAction.LOOK_AGAIN);
  }

  @Test
  void passesOverWhatIsNoModelAtAll() throws IOException {
    write(shelf.resolve("notes").resolve("unet.txt"));
    Files.createDirectories(shelf.resolve("one").resolve("unet"));
    assertThat(models.unusable()).isEmpty();
    assertThat(models.list()).isEmpty();
  }

  @Test
  void takesTheWholeOneOfTwoOfTheSameName() throws IOException {
    Files.delete(model(shelf, "dream").resolve("unet").resolve("model.onnx"));
    Path whole = model(other, "dream");
    assertThat(models.find("dream").folder()).isEqualTo(whole);
    assertThat(models.list()).extracting(ModelSummary::folder).containsExactly(whole);
    assertThat(models.unusable()).isEmpty();
  }

  @Test
  void tellsWhichModelsLackATokenizer() throws IOException {
    model(shelf, "dream");
    assertThat(models.lacksTokenizer("dream")).isTrue();
    write(shelf.resolve("dream/tokenizer/vocab.json"));
    write(shelf.resolve("dream/tokenizer/merges.txt"));
    assertThat(models.lacksTokenizer("dream")).isFalse();
  }
}
