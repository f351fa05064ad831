package io.github.easel.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.ui.text.Language;
import io.github.easel.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Takes pictures of the page; they are kept with {@code -Deasel.screenshots=FOLDER}. */
@ExtendWith(ApplicationExtension.class)
class LearnScreenshotTest {

  @ParameterizedTest
  @CsvSource({
    "1080, 900, LIGHT, ENGLISH",
    "1080, 900, DARK, GEORGIAN",
    "740, 700, DARK, ENGLISH",
    "740, 700, LIGHT, GEORGIAN"
  })
  void showsSomethingInEveryState(int width, int height, Theme theme, Language language) {
    String name = "learn-%dx%d-%s-%s-".formatted(width, height, theme, language);
    try (LearnStage stage =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () -> new LearnStage(new javafx.stage.Stage(), theme, language, width, height))) {
      LearnStage.await(() -> stage.learn.noising().noised().get() != null);
      shoot(stage, name + "1-example");
      part(stage, LearnViewModel.Part.PICTURE);
      shoot(stage, name + "2-empty");
      stage.draw("a red apple on a white background", 4, 12);
      LearnStage.await(() -> stage.learn.steps().compared().get() != null);
      step(stage, 3);
      shoot(stage, name + "3-step");
      part(stage, LearnViewModel.Part.NOISE);
      shoot(stage, name + "4-own");
    }
  }

  private static void part(LearnStage stage, LearnViewModel.Part part) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.learn.part().set(part));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void step(LearnStage stage, int index) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.learn.steps().scrub(index));
    LearnStage.await(() -> stage.learn.steps().clean().get().width() == 256);
  }

  private static void shoot(LearnStage stage, String name) {
    BufferedImage image =
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> toAwt(stage.scene.snapshot(null)));
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 3) {
      for (int x = 0; x < image.getWidth(); x += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    assertThat(colours).as("colours of %s", name).hasSizeGreaterThan(20);
    String folder = System.getProperty("easel.screenshots", "");
    if (!folder.isBlank()) {
      write(image, Path.of(folder).resolve(name + ".png"));
    }
  }

  private static void write(BufferedImage image, Path file) {
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage toAwt(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    return copy;
  }
}
