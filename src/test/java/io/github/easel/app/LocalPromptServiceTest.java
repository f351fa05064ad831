package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.PromptReport.Chunk;
import io.github.easel.app.PromptReport.Part;
import io.github.easel.app.PromptReport.Phase;
import io.github.easel.app.PromptReport.Run;
import io.github.easel.app.PromptReport.Span;
import io.github.easel.app.PromptService.Role;
import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.model.AdapterShelf;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.TokenizerFinder;
import io.github.easel.tokenizer.TinyVocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPromptServiceTest {

  private static final PromptReading USUAL = PromptReading.usual();
  private static final int STEPS = 5;
  private static final String MODEL =
      Path.of(System.getProperty("easel.home", "."))
          .resolve("src/test/resources/golden/micro-sd1")
          .toString();

  private final PromptService service;

  LocalPromptServiceTest(@TempDir Path folder) throws IOException {
    service = service(Optional.of(TinyVocabulary.write(folder)));
  }

  @Test
  void tellsPartsPhasesWeightsAndTokens() {
    PromptReport report = read("the [cat|dog] <lora:ink:0.8>AND (the cat:1.5) BREAK ab :0.5");

    assertThat(report.parts()).hasSize(2);
    Part first = report.parts().get(0);
    assertThat(first.weight()).isEqualTo(1);
    assertThat(first.phases()).hasSize(2);
    assertThat(first.phases().get(0).spans())
        .containsExactly(new Span(1, 1), new Span(3, 3), new Span(5, 5));
    assertThat(first.phases().get(1).spans()).containsExactly(new Span(2, 2), new Span(4, 4));
    Phase second = report.parts().get(1).phases().get(0);
    assertThat(report.parts().get(1).weight()).isEqualTo(0.5);
    assertThat(second.spans()).containsExactly(new Span(1, 5));
    assertThat(second.segments()).hasSize(2);
    assertThat(second.segments().get(0)).contains(new Run("the cat", 1.5));
    assertThat(second.chunks().get(0)).isEqualTo(new Chunk(2, 75, "the cat"));
    assertThat(second.chunks().get(1).text()).isEqualTo("ab");
    assertThat(second.limit()).isEqualTo(150);
    assertThat(report.used()).isEqualTo(second.used());
    assertThat(report.limit()).isEqualTo(150);
    assertThat(report.extras()).isEmpty();
    assertThat(report.adapters())
        .containsExactly(
            new PromptReport.NamedAdapter(AdapterKind.LORA, "ink", false, 0.8, 0.8, 0));
  }

  @Test
  void anEmptyPromptHasRoomForOneChunk() {
    PromptReport report = read("");
    assertThat(report.used()).isZero();
    assertThat(report.limit()).isEqualTo(75);
    assertThat(report.parts()).hasSize(1);
  }

  @Test
  void readsNegativePromptsAndOtherSyntaxes() {
    assertThat(service.read("cat AND cat", Role.NEGATIVE, MODEL, USUAL, STEPS).parts()).hasSize(1);
    PromptReading plain = new PromptReading(Syntax.PLAIN, Emphasis.ORIGINAL, 1);
    Phase phase =
        service.read("(cat:2)", Role.POSITIVE, MODEL, plain, STEPS).parts().get(0).phases().get(0);
    assertThat(phase.segments()).containsExactly(List.of(new Run("(cat:2)", 1)));
  }

  @Test
  void saysWhichModelItCannotFind() {
    assertThatThrownBy(() -> service.read("a", Role.POSITIVE, "nothing", USUAL, STEPS))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.MODEL_NOT_FOUND));
  }

  @Test
  void saysThatAModelHasNoTokenizer() {
    PromptService without = service(Optional.empty());
    assertThatThrownBy(() -> without.read("a", Role.POSITIVE, MODEL, USUAL, STEPS))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.TOKENIZER_MISSING));
  }

  private static PromptService service(Optional<Path> tokenizer) {
    ModelCatalogue none = new ModelCatalogue(List.of());
    return new LocalPromptService(
        none,
        new TokenizerFinder(none, tokenizer, Path.of("nowhere", "tokenizer")),
        AdapterShelf.empty());
  }

  private PromptReport read(String text) {
    return service.read(text, Role.POSITIVE, MODEL, USUAL, STEPS);
  }
}
