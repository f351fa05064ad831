package io.github.easel.gallery;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the things typed into a search, parted by spaces outside of quotes: {@code word}, {@code
 * -word}, {@code "some words"}, {@code key:word}, {@code key:"some words"}.
 *
 * @param minus whether a minus stood before it
 * @param key what stood before a colon, or empty
 * @param text without quotes
 * @param closed whether it was in quotes, and both of them are there
 * @param raw all of it as it was typed
 */
record TypedWord(boolean minus, String key, String text, boolean closed, String raw) {

  private static final String QUOTES = "\"“”„«»";

  /** All of them, in their order. */
  static List<TypedWord> all(String typed) {
    List<TypedWord> words = new ArrayList<>();
    int at = 0;
    while (at < typed.length()) {
      if (isSpace(typed.charAt(at))) {
        at++;
      } else {
        at = read(typed, at, words);
      }
    }
    return words;
  }

  private static int read(String typed, int from, List<TypedWord> words) {
    boolean minus = typed.charAt(from) == '-' || typed.charAt(from) == '−';
    int start = minus ? from + 1 : from;
    int at = start;
    while (at < typed.length() && !isSpace(typed.charAt(at)) && !isQuote(typed.charAt(at))) {
      at++;
    }
    String before = typed.substring(start, at);
    boolean isKey = before.indexOf(':') == before.length() - 1; // or nothing at all
    if (at == typed.length() || !isQuote(typed.charAt(at)) || !isKey) {
      words.add(plain(minus, before, typed.substring(from, at)));
      return at;
    }
    String key = before.isEmpty() ? "" : before.substring(0, before.length() - 1);
    int end = at + 1;
    while (end < typed.length() && !isQuote(typed.charAt(end))) {
      end++;
    }
    boolean closed = end < typed.length();
    int next = closed ? end + 1 : end;
    String text = typed.substring(at + 1, end);
    words.add(new TypedWord(minus, key, text, closed, typed.substring(from, next)));
    return next;
  }

  private static TypedWord plain(boolean minus, String word, String raw) {
    int colon = word.indexOf(':');
    return colon <= 0
        ? new TypedWord(minus, "", word, false, raw)
        : new TypedWord(minus, word.substring(0, colon), word.substring(colon + 1), false, raw);
  }

  /** What to look for: a key that means nothing is a word like the others. */
  String plainText() {
    return key.isEmpty() ? text : key + ' ' + text;
  }

  private static boolean isSpace(char letter) {
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
  }

  private static boolean isQuote(char letter) {
    return QUOTES.indexOf(letter) >= 0;
  }
}
