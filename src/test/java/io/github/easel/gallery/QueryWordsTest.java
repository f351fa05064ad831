package io.github.easel.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "fox | \"fox\" *",
        "Red FOX | \"red\" * AND \"fox\" *",
        "\"red fox\" | \"red fox\"",
        "“red fox” | \"red fox\"",
        "\"red fo | \"red fo\" *",
        "blue_eyes | \"blue eyes\" *",
        "(red:1.2) | \"red 1 2\" *",
        "fox -cub | (\"fox\" *) NOT (\"cub\" *)",
        "-a fox -\"b c\" | (\"fox\" *) NOT (\"a\" * OR \"b c\")",
        "NEAR(a OR b) | \"near a\" * AND \"or\" * AND \"b\" *",
        "fox* ^fox | \"fox\" *",
        "Café | \"cafe\" *",
        "ᲡᲐᲮᲚᲘ | \"სახლი\" *",
        "東京 | \"東 京\" *",
        "artist:greg | \"artist greg\" *"
      })
  void makesAnExpressionOfWords(String typed, String match) {
    assertThat(QueryWords.parse(typed).match()).contains(match);
    assertThat(QueryWords.parse(typed).unmatch()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "-", "*", "\"", "\"\"", "- -", "(-)", "\u0000", "🦊", "\ud83e"})
  void asksForNothingWithoutAWord(String typed) {
    QueryWords words = QueryWords.parse(typed);
    assertThat(words.isEmpty()).isTrue();
    assertThat(words.match()).isEmpty();
    assertThat(words.unmatch()).isEmpty();
  }

  @Test
  void saysWhatToLeaveOutWhereNothingIsWanted() {
    QueryWords words = QueryWords.parse("-fox -\"red cub\"");
    assertThat(words.match()).isEmpty();
    assertThat(words.unmatch()).contains("\"fox\" * OR \"red cub\"");
  }

  @Test
  void cutsTextsIntoWords() {
    assertThat(WordFolding.words("Ångström, ΣΊΣΥΦΟΣ/ნაბიჯი-42 हिन्दी ﬁne"))
        .containsExactly("angstrom", "σισυφοσ", "ნაბიჯი", "42", "हिन्दी", "fine");
    assertThat(WordFolding.words("x".repeat(10_000)))
        .isEqualTo(List.of("x".repeat(WordFolding.LONGEST)));
  }
}
