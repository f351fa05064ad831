package io.github.easel.prompt;

/** Questions about single characters that the grammars share. */
final class Characters {

  private Characters() {}

  /** Whether the character before this place belongs to a word. */
  static boolean wordEndsAt(String text, int place) {
    return place > 0 && inWord(text.codePointBefore(place));
  }

  /** Whether the character at this place belongs to a word. */
  static boolean wordBeginsAt(String text, int place) {
    return place < text.length() && inWord(text.codePointAt(place));
  }

  /** Whether a word is at this place and is not part of a longer one. */
  static boolean isWord(String text, String word, int place) {
    return text.startsWith(word, place)
        && !wordEndsAt(text, place)
        && !wordBeginsAt(text, place + word.length());
  }

  /** The first place from here on that is not blank. */
  static int skipBlanks(String text, int from, int end) {
    int place = from;
    while (place < end && isBlank(text.charAt(place))) {
      place++;
    }
    return place;
  }

  /** The place after the last character before the end that is not blank. */
  static int trimBlanks(String text, int from, int end) {
    int place = end;
    while (place > from && isBlank(text.charAt(place - 1))) {
      place--;
    }
    return place;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean inWord(int codePoint) {
    return codePoint == '_' || Character.isLetterOrDigit(codePoint);
  }
}
