package io.github.easel.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A text in the lowest bits of a picture's pixels, as NovelAI and some extensions of A1111 and
 * Forge leave it so that it outlives programs that strip the texts of a file.
 *
 * <pre>
 * bits      = signature length payload; bytes most significant bit first
 * signature = "stealth_pnginfo" / "stealth_pngcomp" in the alpha channel, one bit a pixel
 *           / "stealth_rgbinfo" / "stealth_rgbcomp" in red, green, blue, three bits a pixel
 * length    = 32 bits, big-endian: the payload's length in bits
 * payload   = UTF-8, compressed by gzip if the signature ends in "comp"
 * </pre>
 *
 * <p>Pixels count column by column from the left, each from the top down.
 */
final class StealthText {

  private static final String IN_ALPHA = "stealth_png";
  private static final String IN_COLOURS = "stealth_rgb";
  private static final int SIGNATURE = 15;
  private static final int LONGEST = 1 << 20;

  private final BufferedImage image;
  private final boolean inAlpha;
  private long at;

  private StealthText(BufferedImage image, boolean inAlpha) {
    this.image = image;
    this.inAlpha = inAlpha;
  }

  /** The part of a picture of that size that its signature lies in, if it has one. */
  static Rectangle beginning(int width, int height) {
    int columns = (8 * SIGNATURE + height - 1) / height;
    return new Rectangle(Math.min(width, columns), Math.min(height, 8 * SIGNATURE));
  }

  /**
   * Whether a text seems to begin there.
   *
   * @param corner the part of the picture that {@link #beginning} names
   */
  static boolean beginsIn(BufferedImage corner) {
    if ((long) corner.getWidth() * corner.getHeight() < 8L * SIGNATURE) {
      return false;
    }
    return (corner.getColorModel().hasAlpha()
            && new StealthText(corner, true).signature().startsWith(IN_ALPHA))
        || new StealthText(corner, false).signature().startsWith(IN_COLOURS);
  }

  /** The text, or nothing if there is none or it is damaged or longer than 1 MiB. */
  static Optional<String> of(BufferedImage image) {
    if (image.getColorModel().hasAlpha()) {
      Optional<String> text = new StealthText(image, true).read(IN_ALPHA);
      if (text.isPresent()) {
        return text;
      }
    }
    return new StealthText(image, false).read(IN_COLOURS);
  }

  private Optional<String> read(String beginning) {
    if (left() < 8L * (SIGNATURE + Integer.BYTES)) {
      return Optional.empty();
    }
    String signature = signature();
    boolean compressed = signature.equals(beginning + "comp");
    if (!compressed && !signature.equals(beginning + "info")) {
      return Optional.empty();
    }
    long bits = 0;
    for (byte part : bytes(Integer.BYTES)) {
      bits = bits << 8 | (part & 255);
    }
    if (bits > left() || bits > 8L * LONGEST) {
      return Optional.empty();
    }
    byte[] payload = bytes((int) (bits / 8));
    try {
      byte[] text = compressed ? inflated(payload) : payload;
      return text.length > LONGEST
          ? Optional.empty()
          : Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  private String signature() {
    return new String(bytes(SIGNATURE), StandardCharsets.ISO_8859_1);
  }

  private static byte[] inflated(byte[] payload) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(payload))) {
      return in.readNBytes(LONGEST + 1);
    }
  }

  private long left() {
    return (long) image.getWidth() * image.getHeight() * (inAlpha ? 1 : 3) - at;
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < 8 * count; i++) {
      bytes[i / 8] = (byte) (bytes[i / 8] << 1 | bit());
    }
    return bytes;
  }

  private int bit() {
    long pixel = inAlpha ? at : at / 3;
    int argb = image.getRGB((int) (pixel / image.getHeight()), (int) (pixel % image.getHeight()));
    int shift = inAlpha ? 24 : 16 - 8 * (int) (at % 3);
    at++;
    return argb >> shift & 1;
  }
}
