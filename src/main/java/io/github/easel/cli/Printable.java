package io.github.easel.cli;

/** Texts from files, made safe for a terminal. */
final class Printable {

  private Printable() {}

  /**
   * The text with control characters, which may steer a terminal, in the form of escapes. Tabs and
   * the ends of lines stay.
   */
  static String of(String text) {
    StringBuilder safe = new StringBuilder();
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            character -> {
              if (Character.isISOControl(character) && character != '\t' && character != '\n') {
                safe.append(String.format("\\u%04x", character));
              } else {
                safe.appendCodePoint(character);
              }
            });
    return safe.toString();
  }
}
