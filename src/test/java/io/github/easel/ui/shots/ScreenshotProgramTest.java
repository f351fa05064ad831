package io.github.easel.ui.shots;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.Places;
import io.github.easel.settings.Session.WindowSize;
import io.github.easel.ui.text.Language;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** The command's own code over real services without a model. */
@ExtendWith(ApplicationExtension.class)
class ScreenshotProgramTest {

  @ParameterizedTest
  @CsvSource({"1440, 900, GEORGIAN", "1100, 700, ENGLISH"})
  void leadsTheWindowThroughAllItsStates(
      int width, int height, Language language, @TempDir Path folder) throws IOException {
    Path shots = folder.resolve("shots");
    Places places =
        new Places(
            folder.resolve("home"),
            folder.resolve("data"),
            folder.resolve("pictures"),
            Optional.empty());
    ScreenshotProgram.take(
        places,
        shots,
        (failure, locale) -> failure.failure() + " " + locale,
        new WindowSize(width, height),
        language);
    List<Path> taken;
    try (Stream<Path> files = Files.list(shots)) {
      taken = files.sorted().toList();
    }
    assertThat(taken).hasSize(14);
    assertThat(folder.resolve("pictures")).doesNotExist();
    Set<Integer> all = new HashSet<>();
    for (Path file : taken) {
      BufferedImage image = ImageIO.read(file.toFile());
      assertThat(image.getWidth()).isEqualTo(width);
      assertThat(image.getHeight()).isEqualTo(height);
      assertThat(colours(image)).as("colours of %s", file).hasSizeGreaterThan(50);
      all.add(hash(image));
    }
    assertThat(all).as("pictures that differ").hasSize(14);
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 3) {
      for (int x = 0; x < image.getWidth(); x += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours;
  }

  private static int hash(BufferedImage image) {
    int hash = 1;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        hash = 31 * hash + image.getRGB(x, y);
      }
    }
    return hash;
  }
}
