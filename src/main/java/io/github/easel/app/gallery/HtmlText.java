package io.github.easel.app.gallery;

import java.nio.charset.StandardCharsets;

/** Texts inside of HTML, where nothing that somebody wrote may become a tag. */
final class HtmlText {

  private HtmlText() {}

  /** The text for between tags and for values in double quotes. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(letter -> append(safe, letter));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int letter) {
    switch (letter) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      case '\n', '\t' -> safe.appendCodePoint(letter);
      default -> safe.appendCodePoint(isShown(letter) ? letter : ' ');
    }
  }

  private static boolean isShown(int letter) {
    return !Character.isISOControl(letter)
        && Character.getType(letter) != Character.SURROGATE
        && !isBidiControl(letter);
  }

  /** Signs that turn the direction of what follows could show a page's own words otherwise. */
  private static boolean isBidiControl(int letter) {
    return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
  }

  /** A file's name in a relative address. */
  static String address(String name) {
    StringBuilder address = new StringBuilder();
    for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = one > 0 && (Character.isLetterOrDigit(one) || "-._~".indexOf(one) >= 0);
      address.append(plain ? Character.toString((char) one) : "%%%02X".formatted(one & 0xff));
    }
    return address.toString();
  }
}
