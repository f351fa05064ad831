package io.github.easel.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCleanerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\u201ccurly\u201d \u2018quotes\u2019 | \"curly\" 'quotes'",
        "\ufb01n \ufb03 \ufb05 \u0132 | fin ffi \u017ft IJ",
        "\uff26\uff55\uff4c\uff4c \uff11 | Full 1",
        "cafe\u0301 | caf\u00e9",
        "caf\u00c3\u00a9 \u00e2\u20ac\u2122 | caf\u00e9 '",
        "\u00c3\u0192\u00c2\u00a9 | \u00e9",
        "\u00f0\u0178\u2018\u008d | \ud83d\udc4d",
        "\u00c3\u00a9 \u4e00 | \u00c3\u00a9 \u4e00",
        "\u00c2ngulo S\u00c3O caf\u00e9 | \u00c2ngulo S\u00c3O caf\u00e9",
        "CAF\u00c9\u00ae | CAF\u00c9\u00ae",
        "salt &amp; pepper &eacute; &#65;&#x42; &nosuch; | salt & pepper \u00e9 AB &nosuch;",
        "&amp;amp; | &",
        "a < b &amp; c | a < b &amp; c",
        "&#0; &#x110000; &#55357; | \ufffd \ufffd \ufffd",
        "half \ud83d pair | half \ufffd pair",
        "bell\u0007 esc\u001b[31m red \u0093x\u0094 | bell esc red \"x\"",
        "a\u00a0b\u2028c\u3000d | a b c d",
        "zero\u200bwidth | zero\u200bwidth",
      })
  void repairs(String damaged, String expected) {
    assertThat(TextCleaner.clean(damaged)).isEqualTo(expected);
  }
}
