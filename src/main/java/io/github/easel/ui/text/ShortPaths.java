package io.github.easel.ui.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Long paths in a sentence, shortened to their ends. JavaFX breaks a line inside of a folder's name
 * where a path is wider than the line, and knows no sign that would let it break elsewhere.
 */
public final class ShortPaths {

  /** Signs that fit into a line of the left column. */
  private static final int MOST = 30;

  private static final String CUT = "…";

  /** From a root to the first blank; quotes before it are no part of it. */
  private static final Pattern PATH =
      Pattern.compile("(?<!\\S)([“„«\"'(]*)((?:~|[A-Za-z]:)?[/\\\\]\\S*)");

  private ShortPaths() {}

  /** The sentence for a narrow place; the whole of it must be found elsewhere. */
  public static String in(String sentence) {
    return PATH.matcher(sentence)
        .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + shortened(found.group(2))));
  }

  private static String shortened(String path) {
    if (path.length() <= MOST) {
      return path;
    }
    int from = path.length() - MOST + CUT.length();
    for (int i = from; i < path.length() - 1; i++) {
      if (path.charAt(i) == '/' || path.charAt(i) == '\\') {
        return CUT + path.substring(i);
      }
    }
    // a name that is too long itself: its beginning and its ending tell most
    int last = Math.max(path.lastIndexOf('/', from), path.lastIndexOf('\\', from));
    String name = path.substring(last + 1);
    int half = (MOST - CUT.length()) / 2;
    return name.length() <= MOST
        ? CUT + path.substring(last)
        : name.substring(0, half) + CUT + name.substring(name.length() - half);
  }
}
