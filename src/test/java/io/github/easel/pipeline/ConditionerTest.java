package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.prompt.PromptScript;
import io.github.easel.prompt.PromptScript.Part;
import io.github.easel.prompt.PromptScript.Phase;
import io.github.easel.prompt.WeightedText;
import io.github.easel.prompt.Wording;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tokenizer.ClipTokenizer;
import io.github.easel.tokenizer.PromptChunker;
import io.github.easel.tokenizer.TinyVocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionerTest {

  private static final Engine ENGINE = OnnxEngine.on(DeviceChoice.CPU);
  private static final int TOKENS = 77;
  private static final int WIDTH = 32;
  private static final String LONG = "the cat ".repeat(40);

  private final ClipTokenizer tokenizer;
  private final TextEncoder encoder =
      new TextEncoder(
          ENGINE.open(Golden.micro().folder().resolve("text_encoder").resolve("model.onnx")),
          TOKENS,
          1);

  ConditionerTest(@TempDir Path folder) throws IOException {
    tokenizer = ClipTokenizer.open(TinyVocabulary.write(folder));
  }

  @AfterEach
  void close() {
    encoder.close();
  }

  @Test
  void aPlainPromptIsWhatTheEncoderMakesOfIt() {
    Conditioning plain = conditioner().encode(Optional.of(script("")), script("the cat"), 5);

    assertThat(plain.at(1).get(0).states().toArray()).isEqualTo(encoded("").toArray());
    assertThat(plain.at(5).get(1).states().toArray()).isEqualTo(encoded("the cat").toArray());
  }

  @Test
  void chunksStandOneBehindTheOther() {
    Conditioner conditioner = conditioner();
    Conditioning both = conditioner.encode(Optional.of(script("dog")), script(LONG), 5);
    FloatTensor negative = both.at(1).get(0).states();
    FloatTensor positive = both.at(1).get(1).states();

    assertThat(positive.shape().toArray()).containsExactly(1, 2 * TOKENS, WIDTH);
    assertThat(negative.shape()).isEqualTo(positive.shape());
    // 75 of the 80 words, then the other five
    assertThat(half(positive, 0)).isEqualTo(encoded("the cat ".repeat(37) + "the").toArray());
    assertThat(half(positive, 1)).isEqualTo(encoded("cat the cat the cat").toArray());
    // a prompt of one chunk is filled up with an empty one
    assertThat(half(negative, 0)).isEqualTo(encoded("dog").toArray());
    assertThat(half(negative, 1)).isEqualTo(encoded("").toArray());
    assertThat(conditioner.notices()).isEmpty();
  }

  @Test
  void everyWordingIsEncodedOnce() {
    List<Phase> turns =
        List.of(
            new Phase(1, Wording.of("the cat")),
            new Phase(2, Wording.of("dog")),
            new Phase(3, Wording.of("the cat")));
    Conditioning alternating =
        conditioner()
            .encode(
                Optional.of(script("dog")),
                new PromptScript(List.of(new Part(1, turns)), List.of()),
                3);

    assertThat(alternating.at(3).get(1)).isSameAs(alternating.at(1).get(1));
    assertThat(alternating.at(2).get(1)).isSameAs(alternating.at(2).get(0));
  }

  @Test
  void weightsActOnTheirOwnChunkOnly() {
    Wording wording =
        new Wording(
            List.of(
                List.of(new WeightedText("the cat", 1)),
                List.of(new WeightedText("dog ", 1), new WeightedText("ab", 2))));
    Phase phase = new Phase(1, wording);
    PromptScript script = new PromptScript(List.of(new Part(1, List.of(phase))), List.of());
    FloatTensor states = conditioner().encode(Optional.empty(), script, 1).at(1).get(0).states();

    FloatTensor second = encoded("dog ab");
    double mean = mean(second);
    int at = tokenizer.tokens("dog").length - 1;
    int tokens = tokenizer.tokens("ab").length - 2;
    for (int i = at * WIDTH; i < (at + tokens) * WIDTH; i++) {
      second.set(i, 2 * second.get(i));
    }
    double factor = mean / mean(second);
    assertThat(half(states, 0)).isEqualTo(encoded("the cat").toArray());
    float[] found = half(states, 1);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i])
          .isCloseTo((float) (factor * second.get(i)), org.assertj.core.data.Offset.offset(1e-5f));
    }
    assertThat(Math.abs(factor - 1)).isGreaterThan(1e-4);
  }

  @Test
  void weightsThatLeaveNothingDoNotBreakTheNumbers() {
    FloatTensor states = FloatTensor.of(io.github.easel.tensor.Shape.of(1, 2, 2), 1, 2, 3, 4);
    Weighting.apply(Emphasis.ORIGINAL, states, new float[] {0, 0});
    assertThat(states.toArray()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void saysWhatADenoiserOfOneChunkCannotAttendTo() {
    Conditioner conditioner = conditioner(OptionalInt.of(1), new Cancellation());
    Conditioning cut = conditioner.encode(Optional.of(script(LONG)), script(LONG), 5);

    assertThat(cut.at(1).get(1).states().toArray())
        .isEqualTo(encoded("the cat ".repeat(37) + "the").toArray());
    assertThat(conditioner.notices())
        .containsExactly(
            new Notice(Notice.Kind.NEGATIVE_PROMPT_TRUNCATED, "cat the cat the cat"),
            new Notice(Notice.Kind.PROMPT_TRUNCATED, "cat the cat the cat"));

    Conditioner fits = conditioner(OptionalInt.of(1), new Cancellation());
    fits.encode(Optional.of(script("")), script("the cat"), 5);
    assertThat(fits.notices()).isEmpty();
  }

  @Test
  void aDenoiserOfTwoChunksGetsTwo() {
    Conditioner conditioner = conditioner(OptionalInt.of(2), new Cancellation());
    Conditioning filled = conditioner.encode(Optional.empty(), script("the cat"), 5);
    assertThat(filled.at(1).get(0).states().shape().axis(1)).isEqualTo(2 * TOKENS);
  }

  @Test
  void endsWhenCancelled() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    Conditioner conditioner = conditioner(OptionalInt.empty(), cancelled);
    assertThatThrownBy(() -> conditioner.encode(Optional.empty(), script("the cat"), 5))
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
  }

  private Conditioner conditioner() {
    return conditioner(OptionalInt.empty(), new Cancellation());
  }

  private Conditioner conditioner(OptionalInt mostChunks, Cancellation cancellation) {
    return new Conditioner(
        List.of(new TextTower(new PromptChunker(tokenizer), encoder)),
        Emphasis.ORIGINAL,
        mostChunks,
        false,
        cancellation);
  }

  private FloatTensor encoded(String text) {
    PromptChunker chunker = new PromptChunker(tokenizer);
    int[] ids = chunker.chunks(Wording.of(text)).chunks().get(0).ids();
    return encoder.encode(ids, new Cancellation()).states();
  }

  private static PromptScript script(String text) {
    Phase phase = new Phase(5, Wording.of(text));
    return new PromptScript(List.of(new Part(1, List.of(phase))), List.of());
  }

  private static float[] half(FloatTensor states, int which) {
    int each = TOKENS * WIDTH;
    return Arrays.copyOfRange(states.toArray(), which * each, (which + 1) * each);
  }

  private static double mean(FloatTensor states) {
    double sum = 0;
    for (int i = 0; i < states.size(); i++) {
      sum += states.get(i);
    }
    return sum / states.size();
  }
}
