package io.github.easel.generation;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells the pixels of a picture or the values of a mask from all others. */
public final class ContentHash {

  private ContentHash() {}

  /**
   * SHA-256 over width and height, four bytes each with the highest first, and the content, in 64
   * hexadecimal digits of lower case.
   */
  static String of(int width, int height, byte[] content) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(2 * Integer.BYTES).putInt(width).putInt(height).flip());
    return HexFormat.of().formatHex(digest.digest(content));
  }

  /** A new SHA-256. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
