package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.PixelImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** On drawn pictures of which it is known where the thing is. */
class SquareCropTest {

  private static PixelImage drawn(int width, int height, Consumer<Graphics2D> drawing) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    drawing.accept(pen);
    pen.dispose();
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      int colour = image.getRGB(i % width, i / width);
      for (int channel = 0; channel < 3; channel++) {
        rgb[3 * i + channel] = (byte) (colour >> (8 * (2 - channel)));
      }
    }
    return PixelImage.of(width, height, rgb);
  }

  private static void meadow(Graphics2D pen, int width, int height) {
    for (int y = 0; y < height; y++) {
      pen.setColor(
          y < height * 0.6
              ? new Color(120 + 80 * y / height, 190, 240)
              : new Color(90, 160 + 30 * y / height, 80));
      pen.fillRect(0, y, width, 1);
    }
  }

  private static void assertWhole(SquareCrop crop, int left, int top, int right, int bottom) {
    assertThat(crop.x()).as("left").isLessThan(left);
    assertThat(crop.y()).as("top").isLessThan(top);
    assertThat(crop.x() + crop.side()).as("right").isGreaterThan(right);
    assertThat(crop.y() + crop.side()).as("bottom").isGreaterThan(bottom);
  }

  @Test
  void keepsEarsAndFeet() {
    PixelImage cat =
        drawn(
            600,
            400,
            pen -> {
              meadow(pen, 600, 400);
              pen.setColor(new Color(110, 70, 40));
              pen.fillOval(330, 150, 130, 170);
              pen.fillPolygon(new int[] {345, 352, 385}, new int[] {180, 105, 165}, 3);
              pen.fillPolygon(new int[] {405, 440, 448}, new int[] {165, 105, 180}, 3);
              pen.fillRect(300, 220, 190, 12); // thin arms
            });
    SquareCrop crop = SquareCrop.aroundWhatStandsOut(cat);
    assertWhole(crop, 300, 105, 490, 320);
    assertThat(crop.side()).isLessThan(330);
  }

  @Test
  void keepsWhatHangsInTheAirCloseByAndLeavesTheSunOut() {
    PixelImage monster =
        drawn(
            512,
            512,
            pen -> {
              meadow(pen, 512, 512);
              pen.setColor(new Color(250, 220, 60));
              pen.fillOval(20, 20, 50, 50);
              pen.setColor(new Color(100, 50, 160));
              pen.fillRect(250, 250, 150, 120);
              pen.fillRect(265, 215, 20, 20); // antennae
              pen.fillRect(365, 215, 20, 20);
              pen.fillRect(275, 380, 30, 20); // feet
              pen.fillRect(345, 380, 30, 20);
            });
    SquareCrop crop = SquareCrop.aroundWhatStandsOut(monster);
    assertWhole(crop, 250, 215, 400, 400);
    assertThat(crop.x()).isGreaterThan(70);
    assertThat(crop.side()).isLessThan(290);
  }

  @Test
  void takesAllThereIsWhereTheThingIsLarge() {
    PixelImage large =
        drawn(
            400,
            300,
            pen -> {
              pen.setColor(Color.WHITE);
              pen.fillRect(0, 0, 400, 300);
              pen.setColor(Color.RED);
              pen.fillOval(75, 10, 250, 280);
            });
    assertThat(SquareCrop.aroundWhatStandsOut(large)).isEqualTo(SquareCrop.widest(large));
  }

  @Test
  void takesTheWidestWhereNothingStandsOut() {
    PixelImage empty = drawn(300, 200, pen -> meadow(pen, 300, 200));
    assertThat(SquareCrop.aroundWhatStandsOut(empty)).isEqualTo(new SquareCrop(50, 0, 200));
  }
}
