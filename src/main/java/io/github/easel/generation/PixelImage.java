package io.github.easel.generation;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Pixels, eight bits a channel, red green blue, row by row from the top left. Immutable.
 *
 * <p>It lives here and not in the room {@code image} because results carry it and windows show it;
 * the room {@code image} reads and writes files of it.
 */
public final class PixelImage {

  private final int width;
  private final int height;
  private final byte[] rgb;

  /** 0 until it is asked for. Found anew it is the same, so that threads need not agree on it. */
  private int hash;

  private PixelImage(int width, int height, byte[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /**
   * An image of a copy of the given bytes.
   *
   * @param rgb width x height x 3 bytes
   */
  public static PixelImage of(int width, int height, byte[] rgb) {
    if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(
          "%d bytes are no %dx%d picture of three channels".formatted(rgb.length, width, height));
    }
    return new PixelImage(width, height, rgb.clone());
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** A copy of the bytes, width x height x 3. */
  public byte[] rgb() {
    return rgb.clone();
  }

  /** One pixel as 0xFFRRGGBB. */
  public int argb(int x, int y) {
    int at = 3 * (y * width + x);
    return 0xFF000000 | (rgb[at] & 255) << 16 | (rgb[at + 1] & 255) << 8 | (rgb[at + 2] & 255);
  }

  /**
   * What tells this picture from every other: SHA-256 over width and height, four bytes each with
   * the highest first, and {@link #rgb}, in 64 hexadecimal digits of lower case.
   */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(2 * Integer.BYTES).putInt(width).putInt(height).flip());
      return HexFormat.of().formatHex(digest.digest(rgb));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PixelImage image
        && image.width == width
        && image.height == height
        && Arrays.equals(image.rgb, rgb);
  }

  @Override
  public int hashCode() {
    int known = hash;
    if (known == 0) {
      known = 31 * (31 * width + height) + Arrays.hashCode(rgb);
      hash = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return "PixelImage " + width + "x" + height;
  }
}
