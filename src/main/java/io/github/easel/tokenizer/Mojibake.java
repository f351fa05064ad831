package io.github.easel.tokenizer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Undoes one reading of UTF-8 as Windows-1252, for example in "cafÃ©".
 *
 * <p>Only text whose every character fits is changed: all of it can be written in Windows-1252, the
 * bytes are valid UTF-8, and a character that begins such sequences in Western, Cyrillic or emoji
 * text is among them. Honest text of that kind is next to impossible.
 */
final class Mojibake {

  /** The Windows-1252 reading of the bytes C2, C3, D0, D1, E2 and F0. */
  private static final Pattern SUSPECT = Pattern.compile("[ÂÃÐÑâð]");

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Mojibake() {}

  /** The text that was meant, or the same text. */
  static String repair(String text) {
    if (!SUSPECT.matcher(text).find()) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes(text)).toString();
    } catch (CharacterCodingException e) {
      return text; // it was no such text: the usual case, and no failure
    }
  }

  /** Windows-1252, with its five gaps filled as browsers do, from Latin-1. */
  private static ByteBuffer bytes(String text) throws CharacterCodingException {
    CharsetEncoder encoder = WINDOWS_1252.newEncoder();
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && c <= 0x9f) {
        bytes.put((byte) c);
      } else {
        bytes.put(encoder.encode(CharBuffer.wrap(text, i, i + 1)));
      }
    }
    return bytes.flip();
  }
}
