package io.github.easel.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileDialogTest {

  @ParameterizedTest
  @CsvSource({
    "fox, .png, fox.png",
    "fox.png, .jpg, fox.png",
    "fox.PNG, .png, fox.PNG",
    "fox.v2, .webp, fox.v2.webp",
    "fox.jpeg, .png, fox.jpeg",
    "fox.gif, .png, fox.gif.png"
  })
  void savesUnderANameThatSaysWhatTheFileIs(String chosen, String ending, String saved) {
    Path folder = Path.of("pictures");
    assertThat(FileDialog.complete(folder.resolve(chosen), ending, file -> false))
        .contains(folder.resolve(saved));
  }

  @Test
  void asksBeforeAnEndingThatItAddedReplacesAnotherFile(@TempDir Path folder) throws IOException {
    Path there = Files.createFile(folder.resolve("fox.png"));
    List<Path> asked = new ArrayList<>();
    Path typed = folder.resolve("fox");
    assertThat(FileDialog.complete(typed, ".png", file -> !asked.add(file))).isEmpty();
    assertThat(FileDialog.complete(typed, ".png", asked::add)).contains(there);
    assertThat(asked).containsExactly(there, there);
    assertThat(FileDialog.complete(there, ".png", file -> false)).contains(there);
  }
}
