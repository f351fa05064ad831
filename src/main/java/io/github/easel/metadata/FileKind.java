package io.github.easel.metadata;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file holds, told by its first bytes and not by its name. */
public enum FileKind {
  /** Begins with PNG's signature. */
  PNG,
  /** Begins with JPEG's start of image and a further marker. */
  JPEG,
  /** A RIFF container of WebP. */
  WEBP,
  /** None of these, or too short to tell. */
  OTHER;

  /** Bytes that are enough to tell. */
  public static final int BEGINNING = 12;

  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /**
   * What begins so.
   *
   * @param beginning the first {@value #BEGINNING} bytes or more, fewer of a shorter file
   */
  public static FileKind of(byte[] beginning) {
    if (has(beginning, 0, PNG_SIGNATURE)) {
      return PNG;
    }
    if (has(beginning, 0, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})) {
      return JPEG;
    }
    return has(beginning, 0, ascii("RIFF")) && has(beginning, 8, ascii("WEBP")) ? WEBP : OTHER;
  }

  private static boolean has(byte[] bytes, int at, byte[] part) {
    return bytes.length >= at + part.length
        && Arrays.equals(bytes, at, at + part.length, part, 0, part.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
