package io.github.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptMatrixTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          a castle                      ~ a castle
          a castle | night              ~ a castle/a castle, night
          a castle | night | fog        ~ a castle/a castle, night/a castle, fog/a castle, night, fog
          a [b|c] {d|e} (f|g) | night   ~ a [b|c] {d|e} (f|g)/a [b|c] {d|e} (f|g), night
          a (b | c                      ~ a (b/a (b, c
          a \\| b | c                   ~ a \\| b/a \\| b, c
          a , | , b ,                   ~ a ,/a ,, b
          a |                           ~ a/a
          """)
  void makesEverySetOfTheOptions(String text, String prompts) {
    assertThat(String.join("/", PromptMatrix.prompts(text))).isEqualTo(prompts);
    assertThat(PromptMatrix.count(text)).isEqualTo(prompts.split("/", -1).length);
  }

  @Test
  void refusesMoreThanAnyoneCanWaitFor() {
    assertThat(PromptMatrix.count("a" + "|b".repeat(20))).isEqualTo(1 << 20);
    assertThatThrownBy(() -> PromptMatrix.count("a" + "|b".repeat(21)))
        .hasMessage("The matrix has 21 options: write at most 20.");
  }
}
