package io.github.easel.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.prompt.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds for any text at all, half surrogate pairs and control characters included. */
class ClipTokenizerPropertyTest {

  private static Path folder = Path.of(".");

  @BeforeContainer
  static void writeVocabulary() throws IOException {
    folder = TinyVocabulary.write(Files.createTempDirectory("tokenizer"));
  }

  @AfterContainer
  static void deleteVocabulary() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 500)
  void fillsEveryChunkWithIdsInRange(@ForAll("texts") String text) {
    ClipTokenizer tokenizer = ClipTokenizer.open(folder);
    int[] all = tokenizer.tokens(text);
    int words = 0;
    for (TokenChunk chunk : new PromptChunker(tokenizer).chunks(Wording.of(text)).chunks()) {
      int[] ids = chunk.ids();
      assertThat(ids).hasSize(77);
      assertThat(Arrays.stream(ids)).allMatch(id -> id >= 0 && id < tokenizer.vocabularySize());
      assertThat(ids[0]).isEqualTo(TinyVocabulary.id(TinyVocabulary.BEGIN));
      assertThat(ids[1 + chunk.used()]).isEqualTo(TinyVocabulary.id(TinyVocabulary.END));
      assertThat(Arrays.copyOfRange(ids, 1, 1 + chunk.used()))
          .isEqualTo(Arrays.copyOfRange(all, 1 + words, 1 + words + chunk.used()));
      words += chunk.used();
    }
    assertThat(words).isEqualTo(all.length - 2);
  }

  @Property(tries = 500)
  void readsCleanTextTheSame(@ForAll("texts") String text) {
    String once = TextCleaner.clean(text);
    assertThat(TextCleaner.clean(once)).isEqualTo(once);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> characters =
        Arbitraries.strings().withCharRange('\u0000', '\uffff').ofMaxLength(120);
    Arbitrary<String> phrases =
        Arbitraries.of(
                "the ",
                "CAT",
                "'s",
                "&amp;",
                "&#x1F431;",
                "\ud83d",
                "\udc31",
                "\u00c3\u00a9",
                "<|endoftext|>",
                "<",
                "\u0301",
                "\u3000",
                "12",
                "!?",
                "\u0130",
                "\u001b[0m")
            .list()
            .ofMaxSize(120)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(List.of(characters, phrases));
  }
}
