package io.github.easel.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortPathsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "/home/ana/a.png: no room.; /home/ana/a.png: no room.",
        "/home/ana/Pictures/Easel/2026-11-23/easel-4711.png: no room.;"
            + " …/2026-11-23/easel-4711.png: no room.",
        "C:\\Users\\ana\\Pictures\\Easel\\2026-11-23\\a.png; …\\Easel\\2026-11-23\\a.png",
        "The file “/home/ana/Pictures/Easel/2026-11-23/a.png” is gone.;"
            + " The file “…/Easel/2026-11-23/a.png” is gone.",
        "/home/ana/Pictures/Easel/2026-11-23/my works/of this very long year/a.png;"
            + " …/Pictures/Easel/2026-11-23/my works/of this very long year/a.png",
        "A picture without any path at all.; A picture without any path at all.",
        "/home/ana/a-fox-in-the-snow-by-the-old-lighthse-at-dawn.png;"
            + " a-fox-in-the-s…se-at-dawn.png"
      })
  void keepsTheEndsOfLongPaths(String sentence, String expected) {
    assertThat(ShortPaths.in(sentence)).isEqualTo(expected);
  }
}
