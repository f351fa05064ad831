package io.github.easel.tokenizer;

import static io.github.easel.tokenizer.TinyVocabulary.BEGIN;
import static io.github.easel.tokenizer.TinyVocabulary.END;
import static io.github.easel.tokenizer.TinyVocabulary.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.prompt.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipTokenizerTest {

  private final Path folder;

  ClipTokenizerTest(@TempDir Path folder) throws IOException {
    this.folder = TinyVocabulary.write(folder);
  }

  @Test
  void mergesTheFirstLearntPairFirst() {
    assertIds("the cat", id("the</w>"), id("cat</w>"));
    assertIds("that", id("th"), id("at</w>"));
    assertIds("dodo", id("do"), id("d"), id("o</w>"));
    assertIds("ababa", id("ab"), id("ab"), id("a</w>"));
  }

  @Test
  void foldsCaseInEveryCountry() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertIds("THE CAT", id("the</w>"), id("cat</w>"));
      assertIds("I", id("i</w>"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void splitsWordsDigitsAndContractions() {
    assertIds(
        "cat's 12!?",
        id("cat</w>"),
        id("'"),
        id("s</w>"),
        id("1</w>"),
        id("2</w>"),
        id("!"),
        id("?</w>"));
    assertIds(" \n\t cat \u3000 cat ", id("cat</w>"), id("cat</w>"));
    assertIds("");
  }

  @Test
  void readsBytesOfLettersItHasNeverSeen() {
    // Georgian "i": U+10D8, in UTF-8 E1 83 98
    assertIds(
        "\u10d8",
        id(ByteSymbols.of(0xe1)),
        id(ByteSymbols.of(0x83)),
        id(ByteSymbols.of(0x98) + "</w>"));
    assertThat(open().tokens("e\u0301")).isEqualTo(open().tokens("\u00e9"));
  }

  @Test
  void padsWithTheEndToken() {
    TokenChunk chunk = chunk(open(), "the cat");
    assertThat(chunk.ids()).hasSize(77).startsWith(id(BEGIN), id("the</w>"), id("cat</w>"));
    assertThat(Arrays.copyOfRange(chunk.ids(), 3, 77)).containsOnly(id(END));
    assertThat(chunk.used()).isEqualTo(2);
  }

  @Test
  void takesItsChoicesFromTheConfiguration() throws IOException {
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        """
        {"model_max_length": 6, "bos_token": {"content": "<|startoftext|>"},
         "added_tokens_decoder": {"33": {"content": "!"}}}
        """);
    Files.writeString(
        folder.resolve("special_tokens_map.json"), "{\"pad_token\": {\"content\": \"!\"}}");
    ClipTokenizer tokenizer = open();
    assertThat(tokenizer.maxLength()).isEqualTo(6);
    assertThat(chunk(tokenizer, "cat").ids())
        .containsExactly(id(BEGIN), id("cat</w>"), id(END), 33, 33, 33);
    // the padding token is special within a prompt too
    assertThat(chunk(tokenizer, "cat!").ids())
        .containsExactly(id(BEGIN), id("cat</w>"), 33, id(END), 33, 33);
  }

  @Test
  void namesItsWordsAsTheyAreWritten() throws IOException {
    Files.writeString(folder.resolve("tokenizer_config.json"), "{\"model_max_length\": 5}");
    ClipTokenizer tokenizer = open();
    TokenChunk chunk = chunk(tokenizer, "the  Cat the Fox, the cat");
    assertThat(chunk.ids())
        .containsExactly(id(BEGIN), id("the</w>"), id("cat</w>"), id("the</w>"), id(END));
    assertThat(chunk.used()).isEqualTo(3);
    assertThat(tokenizer.pieces("the  Cat <|endoftext|> Fox, cat"))
        .extracting(ClipTokenizer.Piece::text)
        .extracting(String::strip)
        .containsExactly("the", "Cat", "<|endoftext|>", "Fox", ",", "cat");
  }

  @Test
  void readsSpecialTokensInAnyCase() {
    assertIds("<|endoftext|> cat <|ENDOFTEXT|>", id(END), id("cat</w>"), id(END));
  }

  @Test
  void survivesAWordWithoutEnd() {
    int[] ids = open().tokens("ab".repeat(50_000));
    assertThat(ids).hasSize(50_000 + 3);
  }

  @Test
  void knowsTheSizeOfItsVocabulary() {
    assertThat(open().vocabularySize()).isEqualTo(TinyVocabulary.ids().size());
  }

  private static TokenChunk chunk(ClipTokenizer tokenizer, String text) {
    return new PromptChunker(tokenizer).chunks(Wording.of(text)).chunks().get(0);
  }

  private ClipTokenizer open() {
    return ClipTokenizer.open(folder);
  }

  private void assertIds(String text, int... expected) {
    int[] all = open().tokens(text);
    assertThat(all[0]).isEqualTo(id(BEGIN));
    assertThat(all[all.length - 1]).isEqualTo(id(END));
    assertThat(Arrays.copyOfRange(all, 1, all.length - 1)).containsExactly(expected);
  }
}
