package io.github.easel.tokenizer;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Puts text into the form that CLIP's training text had.
 *
 * <p>CLIP's tokenizer repairs text with R. Speer's library ftfy before it reads it. These are the
 * repairs that matter to prompts: HTML entities, UTF-8 read as Windows-1252, stray control
 * characters, ligatures, full-width forms, curly quotes, lone surrogates and Unicode normal form C.
 * Text that was damaged by other encodings than Windows-1252 is left as it is.
 */
final class TextCleaner {

  /** A repair can uncover another (an entity within an entity); more layers do not occur. */
  private static final int MOST_ROUNDS = 8;

  private static final Pattern TERMINAL_ESCAPE = Pattern.compile("\u001b\\[[\\d;]*[a-zA-Z]");
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\u2028\u2029\u0085]");
  private static final Pattern CONTROL =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f\\u206a-\\u206f\\ufeff\\ufff9-\\ufffc]");
  private static final Pattern WHITE_SPACE =
      Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final char REPLACEMENT = '\ufffd';

  private TextCleaner() {}

  /** Repaired text with single spaces between words and none around them. */
  static String clean(String text) {
    String cleaned = text;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      String before = cleaned;
      cleaned = repair(cleaned);
      if (cleaned.equals(before)) {
        break;
      }
    }
    return WHITE_SPACE.matcher(cleaned).replaceAll(" ").strip();
  }

  private static String repair(String text) {
    String repaired = Mojibake.repair(HtmlEntities.decode(text));
    StringBuilder characters = new StringBuilder(repaired.length());
    repaired.codePoints().forEach(c -> append(characters, c));
    repaired = LINE_BREAK.matcher(characters).replaceAll("\n");
    repaired = TERMINAL_ESCAPE.matcher(repaired).replaceAll("");
    repaired = CONTROL.matcher(repaired).replaceAll("");
    return Normalizer.normalize(repaired, Normalizer.Form.NFC);
  }

  private static void append(StringBuilder out, int c) {
    if (c >= 0x80 && c <= 0x9f) {
      appendC1(out, c);
    } else if (isLigature(c) || isWidthForm(c)) {
      out.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
    } else if (c == 0xfb05) {
      out.append("\u017ft"); // with the long s that compatibility forms lose
    } else if (c == 0x3000) {
      out.append(' ');
    } else if (c == 0x2bc || (c >= 0x2018 && c <= 0x201b)) {
      out.append('\'');
    } else if (c >= 0x201c && c <= 0x201f) {
      out.append('"');
    } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
      out.append(REPLACEMENT);
    } else {
      out.appendCodePoint(c);
    }
  }

  /** A control character of Latin-1 was meant as the Windows-1252 character of that byte. */
  private static void appendC1(StringBuilder out, int c) {
    String meant = new String(new byte[] {(byte) c}, WINDOWS_1252);
    out.append(meant.charAt(0) == REPLACEMENT ? Character.toString(c) : meant);
  }

  private static boolean isLigature(int c) {
    return c == 0x132
        || c == 0x133
        || c == 0x149
        || (c >= 0x1c4 && c <= 0x1cc)
        || (c >= 0x1f1 && c <= 0x1f3)
        || (c >= 0xfb00 && c <= 0xfb04)
        || c == 0xfb06;
  }

  private static boolean isWidthForm(int c) {
    return c >= 0xff01 && c <= 0xffee;
  }
}
