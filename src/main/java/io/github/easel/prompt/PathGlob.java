package io.github.easel.prompt;

/**
 * A pattern of paths: {@code *} stands for any characters but slashes, two or more stars for any at
 * all. Its time grows with the product of the lengths and never explodes, whatever the pattern: of
 * the stars passed, only the last one of each kind is ever tried anew, since all that the ones
 * before it could take instead, it can take too.
 */
final class PathGlob {

  /** Both are private use characters, so that a place in the pattern is one character. */
  private static final char WITHIN = '\ue000';

  private static final char ACROSS = '\ue001';
  private static final int NONE = -1;

  private final String pattern;

  PathGlob(String pattern) {
    this.pattern =
        pattern
            .replace(WITHIN, '\ufffd')
            .replace(ACROSS, '\ufffd')
            .replaceAll("\\*{2,}", String.valueOf(ACROSS))
            .replace('*', WITHIN);
  }

  /** Whether the whole path is of this pattern. */
  boolean matches(String path) {
    int at = 0;
    int place = 0;
    int within = NONE;
    int withinFrom = 0;
    int across = NONE;
    int acrossFrom = 0;
    while (true) {
      char next = place < pattern.length() ? pattern.charAt(place) : 0;
      if (place < pattern.length() && next == ACROSS) {
        across = place++;
        acrossFrom = at;
        within = NONE;
      } else if (place < pattern.length() && next == WITHIN) {
        within = place++;
        withinFrom = at;
      } else if (place == pattern.length() && at == path.length()) {
        return true;
      } else if (place < pattern.length() && at < path.length() && next == path.charAt(at)) {
        place++;
        at++;
      } else if (within != NONE && withinFrom < path.length() && path.charAt(withinFrom) != '/') {
        at = ++withinFrom;
        place = within + 1;
      } else if (across != NONE && acrossFrom < path.length()) {
        at = ++acrossFrom;
        place = across + 1;
        within = NONE;
      } else {
        return false;
      }
    }
  }
}
