package io.github.easel.cli;

/** Texts from files, made safe for a terminal. */
final class Printable {

  private Printable() {}

  /** The line with control characters, which may steer a terminal, in the form of escapes. */
  static String of(String line) {
    StringBuilder safe = new StringBuilder();
    line.codePoints()
        .forEach(
            character -> {
              if (Character.isISOControl(character) && character != '\t') {
                safe.append(String.format("\\u%04x", character));
              } else {
                safe.appendCodePoint(character);
              }
            });
    return safe.toString();
  }
}
