package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Mask;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskPicturesTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBitForBit() {
    byte[] values = new byte[31 * 17];
    new Random(1).nextBytes(values);
    Mask mask = Mask.of(31, 17, values);
    Path file = folder.resolve("mask.png");
    MaskPictures.write(mask, file);
    assertThat(MaskPictures.read(file)).isEqualTo(mask);
  }

  @Test
  void whiteIsPaintedAnewAndBlackIsKept() throws IOException {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0xFFFFFF);
    image.setRGB(1, 0, 0xFF0000);
    Mask mask = read(image, "png");
    assertThat(mask.at(0, 0)).isEqualTo(255);
    assertThat(mask.at(1, 0)).isEqualTo(76);
    assertThat(mask.at(2, 0)).isZero();
  }

  @Test
  void whatIsPaintedOnAnEmptyLayerIsPaintedAnewWhateverItsColour() throws IOException {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xFF000000);
    image.setRGB(1, 0, 0x80FFFFFF);
    Mask mask = read(image, "png");
    assertThat(mask.at(0, 0)).isEqualTo(255);
    assertThat(mask.at(1, 0)).isEqualTo(128);
    assertThat(mask.at(2, 0)).isZero();
  }

  @Test
  void anOpaqueAlphaChannelIsNoMask() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xFFFFFFFF);
    image.setRGB(1, 0, 0xFF000000);
    Mask mask = read(image, "png");
    assertThat(mask.at(0, 0)).isEqualTo(255);
    assertThat(mask.at(1, 0)).isZero();
  }

  @Test
  void readsOtherKindsOfPicturesToo() {
    Path file = folder.resolve("mask.png");
    PngWriter.write(Samples.noise(20, 12, 1), Map.of(), file);
    assertThat(MaskPictures.read(file).width()).isEqualTo(20);
  }

  private Mask read(BufferedImage image, String format) throws IOException {
    Path file = folder.resolve("picture." + format);
    ImageIO.write(image, format, file.toFile());
    return MaskPictures.read(file);
  }
}
