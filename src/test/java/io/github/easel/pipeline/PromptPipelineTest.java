package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Notice;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.StepLatents;
import io.github.easel.model.ModelFolder;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tokenizer.TinyVocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What prompts do to pictures, with the small model of the test resources. */
class PromptPipelineTest {

  private static final int STEPS = 4;
  private static final double GUIDANCE = 5;
  private static final PromptReading USUAL = PromptReading.usual();

  @TempDir static Path vocabulary;
  private static @org.jspecify.annotations.Nullable DiffusionPipeline opened;

  @BeforeAll
  static void open() throws IOException {
    TinyVocabulary.write(vocabulary);
    opened =
        new DiffusionPipeline(
            new LoadedModel(
                ModelFolder.at(Golden.micro().folder()),
                OnnxEngine.on(DeviceChoice.CPU),
                Optional.of(vocabulary)),
            "test");
  }

  @AfterAll
  static void close() {
    pipeline().close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      value = {
        "(the cat:1) / the cat",
        "the (cat:1.0) / the cat",
        "[dog:the cat:0] / the cat",
        "[the cat|the cat] / the cat",
        "the cat :1 AND the dog :0 / the cat",
        "the cat AND the dog :0 AND ab:0 / the cat",
        "the cat # the dog / the cat"
      })
  void meansTheSameBitForBit(String prompt, String plain) {
    assertThat(draw(prompt).last()).isEqualTo(draw(plain).last());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      value = {
        "(the cat:1.3) / the cat",
        "the cat AND the dog / the cat",
        "the cat BREAK the dog / the cat the dog",
        "[the cat|the dog] / the cat",
        "the cat :0.5 / the cat"
      })
  void meansSomethingElse(String prompt, String other) {
    assertThat(draw(prompt).last()).isNotEqualTo(draw(other).last());
  }

  /** More samples than the UNet is shown at once. */
  @Test
  void manyPartsAreSeenInGroups() {
    String half = "the cat :0.125 AND the dog :0.125";
    String many = String.join(" AND ", Collections.nCopies(4, half));
    assertThat(2 * 4 + 1).isGreaterThan(2 * Denoiser.MOST_AT_ONCE);

    assertThat(draw(many).last())
        .usingComparatorWithPrecision(1e-3f)
        .containsExactly(draw("the cat :0.5 AND the dog :0.5").last());
  }

  @Test
  void anotherWordingTakesOverAtItsStep() {
    Drawn edited = draw("[the cat:the dog:2]");
    Drawn first = draw("the cat");

    assertThat(edited.steps().get(0)).isEqualTo(first.steps().get(0));
    assertThat(edited.steps().get(1)).isEqualTo(first.steps().get(1));
    assertThat(edited.steps().get(2)).isNotEqualTo(first.steps().get(2));
    assertThat(draw("[the cat:the dog:0.5]").last()).isEqualTo(edited.last());
  }

  @Test
  void wordingsTakeTurns() {
    Drawn turns = draw("[the cat|the dog]");

    assertThat(turns.steps().get(0)).isEqualTo(draw("the cat").steps().get(0));
    assertThat(turns.steps().get(1)).isEqualTo(draw("[the cat:the dog:1]").steps().get(1));
    assertThat(turns.steps().get(2)).isNotEqualTo(draw("[the cat:the dog:1]").steps().get(2));
  }

  @Test
  void theNegativePromptHasPhasesAndNoParts() {
    Drawn edited = draw("the cat", "[the dog:ab:1]", USUAL, GUIDANCE);
    Drawn before = draw("the cat", "the dog", USUAL, GUIDANCE);

    assertThat(edited.steps().get(0)).isEqualTo(before.steps().get(0));
    assertThat(edited.steps().get(1)).isNotEqualTo(before.steps().get(1));
    assertThat(draw("the cat", "ab AND dog", USUAL, GUIDANCE).last())
        .isEqualTo(draw("the cat", "ab and dog", USUAL, GUIDANCE).last());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void withoutGuidanceNothingLeadsAway(double guidance) {
    float[] plain = draw("the cat", "", USUAL, guidance).last();

    assertThat(draw("the cat", "the dog", USUAL, guidance).last()).isEqualTo(plain);
    assertThat(draw("the cat AND the dog :-1", "", USUAL, guidance).last()).isEqualTo(plain);
    assertThat(draw("the cat :0.25", "", USUAL, guidance).last()).isEqualTo(plain);
    assertThat(draw("the cat AND the dog", "", USUAL, guidance).last()).isNotEqualTo(plain);
    assertThat(draw("the cat AND the cat :3", "", USUAL, guidance).last())
        .usingComparatorWithPrecision(1e-3f)
        .containsExactly(plain);
  }

  @Test
  void emphasisIsReadAsAskedFor() {
    float[] plain = draw("the cat").last();
    float[] original = draw("the (cat:1.5)").last();
    float[] multiplied = draw("the (cat:1.5)", "", reading(Emphasis.NO_NORM, 1), GUIDANCE).last();
    float[] ignored = draw("the (cat:1.5)", "", reading(Emphasis.IGNORE, 1), GUIDANCE).last();

    assertThat(original).isNotEqualTo(plain).isNotEqualTo(multiplied);
    assertThat(multiplied).isNotEqualTo(plain);
    assertThat(ignored).isEqualTo(plain);
  }

  @Test
  void clipSkipIsTakenAndLeftAgain() {
    float[] plain = draw("the cat").last();

    assertThat(draw("the cat", "", reading(Emphasis.ORIGINAL, 2), GUIDANCE).last())
        .isNotEqualTo(plain);
    assertThatThrownBy(() -> draw("the cat", "", reading(Emphasis.ORIGINAL, 3), GUIDANCE))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.CLIP_SKIP_UNSUITABLE));
    assertThat(draw("the cat").last()).isEqualTo(plain);
  }

  @Test
  void aLongPromptIsFollowedToItsEnd() {
    String longOne = "the cat ".repeat(60);
    Drawn followed = draw(longOne + "dog");

    assertThat(followed.last()).isNotEqualTo(draw(longOne + "ab").last());
    assertThat(followed.result().notices()).isEmpty();
  }

  @Test
  void saysWhenThereAreMorePartsThanAreFollowed() {
    Drawn drawn = draw("the cat" + " AND the dog :0".repeat(1_000) + " AND ab");

    assertThat(drawn.result().notices())
        .containsExactly(new Notice(Notice.Kind.PARTS_LEFT_OUT, "32"));
    assertThat(drawn.last()).isEqualTo(draw("the cat").last());
  }

  @Test
  void namesNetworksThatItCannotUse() {
    Drawn drawn = draw("the cat <lora:ink:0.8> <hypernet:old:1>");

    assertThat(drawn.result().notices())
        .containsExactly(
            new Notice(Notice.Kind.LORA_MISSING, "ink"),
            new Notice(Notice.Kind.EXTRA_NETWORKS_LEFT_OUT, "<hypernet:old:1>"));
    assertThat(
            draw("<lora:x>", "", new PromptReading(Syntax.PLAIN, Emphasis.ORIGINAL, 1), 1)
                .result()
                .notices())
        .isEmpty();
  }

  private static PromptReading reading(Emphasis emphasis, int clipSkip) {
    return new PromptReading(Syntax.A1111, emphasis, clipSkip);
  }

  /** A picture and its latents step by step. */
  private record Drawn(GenerationResult result, List<float[]> steps) {
    float[] last() {
      return steps.get(steps.size() - 1);
    }
  }

  private static DiffusionPipeline pipeline() {
    return java.util.Objects.requireNonNull(opened);
  }

  private static Drawn draw(String prompt) {
    return draw(prompt, "", USUAL, GUIDANCE);
  }

  private static Drawn draw(
      String prompt, String negative, PromptReading reading, double guidance) {
    List<float[]> steps = new ArrayList<>();
    GenerationRequest request =
        new GenerationRequest(
            new Prompt(prompt, negative, reading),
            "micro",
            new ImageSize(16, 16),
            new Sampling(SamplerKind.DDIM, STEPS, guidance),
            7);
    return new Drawn(pipeline().generate(request, recorder(steps), new Cancellation()), steps);
  }

  private static ProgressListener recorder(List<float[]> steps) {
    return new ProgressListener() {
      @Override
      public void on(Progress progress) {}

      @Override
      public void onLatents(StepLatents latents) {
        float[] values = new float[latents.values().capacity()];
        latents.values().get(0, values);
        steps.add(values);
      }
    };
  }
}
