package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.PixelImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes pictures of the window. They are kept with {@code -Deasel.screenshots=FOLDER}; the canvas
 * shows what the starter model drew.
 */
final class Screenshots {

  /** A sheet of six by two pictures, and where they lie on it. */
  private static final Path SHEET =
      Path.of(System.getProperty("easel.home", ".")).resolve("docs/images/starter.png");

  private static final int SIDE = 192;
  private static final int STEP = 204;
  private static final int MARGIN = 12;

  private Screenshots() {}

  static void shoot(StudioStage stage, String name) {
    WaitForAsyncUtils.waitForFxEvents();
    BufferedImage image =
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> toAwt(stage.scene.snapshot(null)));
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 3) {
      for (int x = 0; x < image.getWidth(); x += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    assertThat(colours).as("colours of %s", name).hasSizeGreaterThan(50);
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

  /** One of twelve pictures. */
  static PixelImage picture(int number) {
    try {
      BufferedImage sheet = ImageIO.read(SHEET.toFile());
      int left = MARGIN + STEP * (number % 6);
      int top = MARGIN + STEP * (number / 6 % 2);
      byte[] rgb = new byte[3 * SIDE * SIDE];
      for (int i = 0; i < SIDE * SIDE; i++) {
        int pixel = sheet.getRGB(left + i % SIDE, top + i / SIDE);
        rgb[3 * i] = (byte) (pixel >> 16);
        rgb[3 * i + 1] = (byte) (pixel >> 8);
        rgb[3 * i + 2] = (byte) pixel;
      }
      return PixelImage.of(SIDE, SIDE, rgb);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
