package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StealthTextTest {

  private static final String TEXT = "a cat, წითელი\nSteps: 20, Seed: 5, Size: 64x64";

  @Test
  void readsWhatAlphaHides() throws IOException {
    assertThat(StealthText.of(hiding("stealth_pngcomp", zipped(TEXT), true))).contains(TEXT);
    assertThat(StealthText.of(hiding("stealth_pnginfo", utf8(TEXT), true))).contains(TEXT);
  }

  @Test
  void readsWhatColoursHide() throws IOException {
    assertThat(StealthText.of(hiding("stealth_rgbcomp", zipped(TEXT), false))).contains(TEXT);
    assertThat(StealthText.of(hiding("stealth_rgbinfo", utf8(TEXT), false))).contains(TEXT);
  }

  @Test
  void findsNothingInOtherPictures() throws IOException {
    assertThat(StealthText.of(new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB))).isEmpty();
    assertThat(StealthText.of(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB))).isEmpty();
    assertThat(StealthText.of(hiding("stealth_pngcomp", utf8("not zipped"), true))).isEmpty();
  }

  @Test
  void refusesALengthThatThePictureCannotHold() throws IOException {
    BufferedImage image = hiding("stealth_pnginfo", utf8(TEXT), true);
    write(image, 8 * 15, new byte[] {-1, -1, -1, -1}, true);

    assertThat(StealthText.of(image)).isEmpty();
  }

  @Test
  void refusesATextThatInflatesWithoutBound() throws IOException {
    assertThat(StealthText.of(hiding("stealth_pngcomp", zipped("a".repeat(3 << 20)), true)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"300,220", "1400,47", "7000,9", "30000,2", "64000,1", "1,64000", "530,120"})
  void isFoundByTheCornerThatItBeginsIn(int width, int height, @TempDir Path folder)
      throws IOException {
    for (boolean alpha : new boolean[] {true, false}) {
      String signature = alpha ? "stealth_pngcomp" : "stealth_rgbinfo";
      byte[] payload = alpha ? zipped(TEXT) : utf8(TEXT);
      Path file = folder.resolve(alpha + ".png");
      ImageIO.write(hiding(signature, payload, alpha, width, height), "png", file.toFile());
      assertThat(PngReader.hiddenText(file)).contains(TEXT);

      BufferedImage other = hiding("another text...", payload, alpha, width, height);
      Rectangle corner = StealthText.beginning(width, height);
      assertThat(StealthText.beginsIn(other.getSubimage(0, 0, corner.width, corner.height)))
          .isFalse();
    }
    Path none = folder.resolve("none.png");
    ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB), "png", none.toFile());
    assertThat(PngReader.hiddenText(none)).isEmpty();
  }

  private static BufferedImage hiding(String signature, byte[] payload, boolean alpha) {
    return hiding(signature, payload, alpha, 300, 220);
  }

  private static BufferedImage hiding(
      String signature, byte[] payload, boolean alpha, int width, int height) {
    BufferedImage image =
        new BufferedImage(
            width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(utf8(signature));
    all.writeBytes(ByteBuffer.allocate(4).putInt(8 * payload.length).array());
    all.writeBytes(payload);
    write(image, 0, all.toByteArray(), alpha);
    return image;
  }

  private static void write(BufferedImage image, int from, byte[] bytes, boolean alpha) {
    for (int i = 0; i < 8 * bytes.length; i++) {
      int at = from + i;
      int pixel = alpha ? at : at / 3;
      int shift = alpha ? 24 : 16 - 8 * (at % 3);
      int x = pixel / image.getHeight();
      int y = pixel % image.getHeight();
      int bit = bytes[i / 8] >> (7 - i % 8) & 1;
      image.setRGB(x, y, (image.getRGB(x, y) & ~(1 << shift)) | (bit << shift));
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(utf8(text));
    }
    return bytes.toByteArray();
  }
}
