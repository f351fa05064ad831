package io.github.easel.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.prompt.WeightedText;
import io.github.easel.prompt.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds for any wording, for chunks of CLIP's length and for short ones. */
class PromptChunkerPropertyTest {

  private static Path folder = Path.of(".");
  private static Path shortFolder = Path.of(".");

  @BeforeContainer
  static void writeVocabularies() throws IOException {
    folder = TinyVocabulary.write(Files.createTempDirectory("tokenizer"));
    shortFolder = TinyVocabulary.write(Files.createTempDirectory("tokenizer"));
    Files.writeString(shortFolder.resolve("tokenizer_config.json"), "{\"model_max_length\": 9}");
  }

  @AfterContainer
  static void deleteVocabularies() throws IOException {
    for (Path each : List.of(folder, shortFolder)) {
      try (Stream<Path> files = Files.walk(each)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** A token and its weight. */
  private record Token(int id, float weight) {}

  @Property(tries = 300)
  void keepsEveryTokenInItsOrderWithItsWeight(
      @ForAll("wordings") Wording wording, @ForAll boolean shortChunks) {
    ClipTokenizer tokenizer = ClipTokenizer.open(shortChunks ? shortFolder : folder);
    PromptChunks chunks = new PromptChunker(tokenizer).chunks(wording);

    List<Token> expected = new ArrayList<>();
    for (List<WeightedText> segment : wording.segments()) {
      for (WeightedText run : segment) {
        int[] ids = tokenizer.tokens(run.text());
        for (int i = 1; i + 1 < ids.length; i++) {
          expected.add(new Token(ids[i], (float) run.weight()));
        }
      }
    }
    assertThat(tokens(chunks)).isEqualTo(expected);
  }

  @Property(tries = 300)
  void everyChunkIsWhatTheEncoderTakes(
      @ForAll("wordings") Wording wording, @ForAll boolean shortChunks) {
    ClipTokenizer tokenizer = ClipTokenizer.open(shortChunks ? shortFolder : folder);
    PromptChunks chunks = new PromptChunker(tokenizer).chunks(wording);

    int own = 0;
    for (TokenChunk chunk : chunks.chunks()) {
      assertThat(chunk.ids()).hasSize(tokenizer.maxLength());
      assertThat(chunk.weights()).hasSize(tokenizer.maxLength());
      assertThat(chunk.used()).isBetween(0, tokenizer.maxLength() - 2);
      assertThat(chunk.ids()[0]).isEqualTo(TinyVocabulary.id(TinyVocabulary.BEGIN));
      assertThat(chunk.ids()[1 + chunk.used()]).isEqualTo(TinyVocabulary.id(TinyVocabulary.END));
      assertThat(chunk.weights()[0]).isEqualTo(1);
      assertThat(chunk.weights()[1 + chunk.used()]).isEqualTo(1);
      own += chunk.used();
    }
    assertThat(chunks.used()).isBetween(own, chunks.limit());
    assertThat(chunks.chunks().size()).isGreaterThanOrEqualTo(1);
  }

  private static List<Token> tokens(PromptChunks chunks) {
    List<Token> tokens = new ArrayList<>();
    for (TokenChunk chunk : chunks.chunks()) {
      for (int i = 1; i <= chunk.used(); i++) {
        tokens.add(new Token(chunk.ids()[i], chunk.weights()[i]));
      }
    }
    return tokens;
  }

  @Provide
  Arbitrary<Wording> wordings() {
    Arbitrary<String> words =
        Arbitraries.of("the ", "cat", ",", ", ", " ", "abc", "dog ", "!", "<|endoftext|>", "ქ");
    Arbitrary<String> texts = words.list().ofMaxSize(60).map(list -> String.join("", list));
    Arbitrary<WeightedText> runs =
        Combinators.combine(texts, Arbitraries.doubles().between(-2, 2)).as(WeightedText::new);
    return runs.list().ofMinSize(1).ofMaxSize(5).list().ofMinSize(1).ofMaxSize(4).map(Wording::new);
  }
}
