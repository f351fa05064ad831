package io.github.easel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** Takes pictures of windows. They are kept with {@code -Deasel.screenshots=FOLDER}. */
public final class Shots {

  private Shots() {}

  /**
   * Takes a picture of the scene, and fails if there is nothing to be seen on it.
   *
   * @param name of its file, without an ending
   * @param colours the fewest that a scene with something on it has
   */
  public static void take(Scene scene, String name, int colours) {
    WaitForAsyncUtils.waitForFxEvents();
    BufferedImage image =
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> toAwt(scene.snapshot(null)));
    Set<Integer> found = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 3) {
      for (int x = 0; x < image.getWidth(); x += 3) {
        found.add(image.getRGB(x, y));
      }
    }
    assertThat(found).as("colours of %s", name).hasSizeGreaterThan(colours);
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
