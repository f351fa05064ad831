package io.github.easel.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Decodes the bytes of an EXIF text. A user comment begins with eight bytes that name its code
 * (Exif 2.32, section 4.6.5, table 9); programs do not all keep to what they name, nor to the
 * block's byte order, so that the text itself has the last word.
 */
final class ExifString {

  private static final int CODE = 8;
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE, StandardCharsets.UTF_8);

  private ExifString() {}

  /** The text without its code and without NULs at its end. */
  static String decode(byte[] bytes) {
    if (hasCode(bytes, "UNICODE\0")) {
      byte[] text = Arrays.copyOfRange(bytes, CODE, bytes.length);
      return CHARSETS.stream()
          .map(charset -> clean(new String(text, charset)))
          .max(Comparator.comparingInt(ExifString::plainness))
          .orElse("");
    }
    boolean coded = hasCode(bytes, "ASCII\0\0\0") || hasCode(bytes, "\0\0\0\0\0\0\0\0");
    return clean(eightBit(coded ? Arrays.copyOfRange(bytes, CODE, bytes.length) : bytes));
  }

  private static boolean hasCode(byte[] bytes, String code) {
    return bytes.length >= CODE
        && new String(bytes, 0, CODE, StandardCharsets.ISO_8859_1).equals(code);
  }

  private static String eightBit(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** Every text of settings is largely ASCII, read in the right code only. */
  private static int plainness(String text) {
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      plain += letter == 0 || letter == '\uFFFD' ? -1 : letter < 0x80 ? 1 : 0;
    }
    return plain;
  }

  private static String clean(String text) {
    int from = text.startsWith("\uFEFF") ? 1 : 0;
    int to = text.length();
    while (to > from && text.charAt(to - 1) == 0) {
      to--;
    }
    return text.substring(from, to);
  }
}
