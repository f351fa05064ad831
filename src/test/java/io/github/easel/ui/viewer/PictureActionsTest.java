package io.github.easel.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureActionsTest {

  @ParameterizedTest
  @CsvSource({
    "fox, fox.png",
    "fox.png, fox.png",
    "fox.PNG, fox.PNG",
    "fox.v2, fox.v2.png",
    "fox.jpg, fox.jpg.png"
  })
  void savesUnderANameThatSaysPng(String chosen, String saved) {
    Path folder = Path.of("pictures");
    assertThat(PictureActions.withExtension(folder.resolve(chosen)))
        .isEqualTo(folder.resolve(saved));
  }
}
