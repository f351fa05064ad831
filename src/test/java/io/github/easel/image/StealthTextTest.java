package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

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

  private static BufferedImage hiding(String signature, byte[] payload, boolean alpha) {
    BufferedImage image =
        new BufferedImage(
            300, 220, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
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
