package io.github.easel.image;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the pairs in a line of {@link Infotext}, in time linear in its length.
 *
 * <pre>
 * pair  = key ":" *space value *space ( "," / end )
 * key   = at least two of: word character, space, "-", "/"; the first a word character
 * value = quoted / anything up to the next comma
 * </pre>
 */
final class InfotextPairs {

  /**
   * One pair.
   *
   * @param value as it stands, in its quotes if it has some
   */
  record Pair(String key, String value) {}

  // The possessive quantifier keeps long quoted values off the matcher's stack.
  private static final Pattern VALUE =
      Pattern.compile(
          ":\\s*(\"(?:[^\\\\\"]|\\\\.)++\"|[^,]*)(?:,|\\z)",
          Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNIX_LINES);

  private InfotextPairs() {}

  static List<Pair> find(String line) {
    List<Pair> pairs = new ArrayList<>();
    Matcher value = VALUE.matcher(line);
    int from = 0;
    for (int colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', from)) {
      String key = keyBefore(line, from, colon);
      from = colon + 1;
      // A key of one letter is lost: programs that write this format read it so.
      if (key.codePointCount(0, key.length()) >= 2
          && value.region(colon, line.length()).lookingAt()) {
        pairs.add(new Pair(key, value.group(1)));
        from = value.end();
      }
    }
    return pairs;
  }

  /** The longest key that ends at the colon and begins at {@code from} or later. */
  private static String keyBefore(String line, int from, int colon) {
    int start = colon;
    int at = colon;
    while (at > from) {
      int character = line.codePointBefore(at);
      boolean word = isWord(character);
      if (!word && character != ' ' && character != '-' && character != '/') {
        break;
      }
      at -= Character.charCount(character);
      if (word) {
        start = at;
      }
    }
    return line.substring(start, colon);
  }

  private static boolean isWord(int character) {
    int type = Character.getType(character);
    return Character.isLetterOrDigit(character)
        || character == '_'
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
