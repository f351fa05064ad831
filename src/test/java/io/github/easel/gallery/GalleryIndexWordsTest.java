package io.github.easel.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.easel.generation.Cancellation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GalleryIndexWordsTest {

  @TempDir Path folder;

  private GalleryIndex open() {
    return GalleryIndex.open(folder.resolve("index.db"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "fo | fox",
        "FOX RED | fox",
        "სახლ | house",
        "ᲡᲐᲮᲚ | house",
        "\"red fox\" | fox",
        "\"fox red\" |",
        "\"red fo\" |",
        "\"red fo | fox",
        "cafe | house",
        "CAFÉ | house",
        "-fox | house",
        "-red -სახლი |",
        "house.png | house",
        "png | house fox",
        "red png -house | fox",
        "8k | fox",
        "blurry |",
        "🦊 | house fox"
      })
  void findsByWords(String words, String names) {
    try (GalleryIndex index = open()) {
      index.put(
          List.of(
              Entries.named("fox.png").withPrompt("a (red:1.2) red fox, 8K").entry(),
              Entries.named("house.png").withPrompt("სახლი near a café, 🦊").entry(),
              Entries.named("gone.png").withPrompt("red fox").withDiscarded(true).entry()));
      String found = String.join(" ", Finding.names(index, words)).replace(".png", "");
      assertThat(found).isEqualTo(names == null ? "" : names);
    }
  }

  static List<String> hostile() {
    return List.of(
        "\"",
        "a\"b\"c",
        "'; DROP TABLE picture; --",
        "NEAR(a b, 5)",
        "prompt:x",
        "{prompt name}: x",
        "^a + b",
        "a AND (b OR",
        "NOT",
        "* ** -*",
        "\\",
        "%_",
        "\u0000a\u0000",
        "\ud800 \udc00",
        "x".repeat(10_000),
        "ღ".repeat(10_000),
        "(".repeat(10_000),
        "-".repeat(10_000),
        IntStream.range(0, 3_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" ")),
        IntStream.range(0, 3_000).mapToObj(i -> "-w" + i).collect(Collectors.joining(" ")),
        "\"" + "many words ".repeat(1_000));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void takesWhateverIsTyped(String words) {
    try (GalleryIndex index = open()) {
      index.put(List.of(Entries.named("a.png").withPrompt(words).entry()));
      assertThatCode(() -> index.find(QueryText.parse(words), new Cancellation()))
          .doesNotThrowAnyException();
      GalleryItem item = index.items(List.of(1L)).get(0);
      assertThat(item.entry().file().getFileName()).hasToString("a.png");
    }
  }
}
