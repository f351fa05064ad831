package io.github.easel.ui.studio;

import io.github.easel.generation.PixelImage;
import io.github.easel.ui.Shots;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Takes pictures of the window. They are kept with {@code -Deasel.screenshots=FOLDER}; the canvas
 * shows what the starter model drew.
 */
final class Screenshots {

  /** A sheet of six by two pictures, and where they lie on it. */
  static final Path SHEET =
      Path.of(System.getProperty("easel.home", ".")).resolve("docs/images/starter.png");

  /** The fewest that the window has in any state. */
  private static final int COLOURS = 50;

  private static final int SIDE = 192;
  private static final int STEP = 204;
  private static final int MARGIN = 12;

  private Screenshots() {}

  static void shoot(StudioStage stage, String name) {
    Shots.take(stage.scene, name, COLOURS);
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
