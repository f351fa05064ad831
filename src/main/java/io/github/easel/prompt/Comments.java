package io.github.easel.prompt;

/** Comments of A1111: from {@code #} to the end of the line. {@code \#} is the character itself. */
final class Comments {

  private Comments() {}

  /** The text as the grammar reads on. */
  static String removed(String text) {
    return removed(text, false);
  }

  /** The text without comments that may be read once more: escapes stay. */
  static String removedFromSource(String text) {
    return removed(text, true);
  }

  private static String removed(String text, boolean keepEscapes) {
    if (text.indexOf('#') < 0) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    int place = 0;
    while (place < text.length()) {
      char c = text.charAt(place);
      if (c == '\\' && place + 1 < text.length()) {
        char next = text.charAt(place + 1);
        if (next != '#' || keepEscapes) {
          kept.append(c);
        }
        kept.append(next);
        place += 2;
      } else if (c == '#') {
        int end = text.indexOf('\n', place);
        place = end < 0 ? text.length() : end;
      } else {
        kept.append(c);
        place++;
      }
    }
    return kept.toString();
  }
}
