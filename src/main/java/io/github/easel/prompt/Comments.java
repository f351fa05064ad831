package io.github.easel.prompt;

/** Comments of A1111: from {@code #} to the end of the line. {@code \#} is the character itself. */
final class Comments {

  private Comments() {}

  static String removed(String text) {
    if (text.indexOf('#') < 0) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    int place = 0;
    while (place < text.length()) {
      char c = text.charAt(place);
      if (c == '\\' && place + 1 < text.length()) {
        char next = text.charAt(place + 1);
        if (next != '#') {
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
