package io.github.easel.prompt;

/** Decimal numbers as prompts write them. */
final class Decimals {

  private Decimals() {}

  /**
   * The place after the number that begins here: an optional sign, digits, and at most one point.
   * The place itself if there is none.
   */
  static int end(String text, int from, int limit) {
    int place = from;
    if (place < limit && (text.charAt(place) == '+' || text.charAt(place) == '-')) {
      place++;
    }
    int digits = 0;
    boolean point = false;
    while (place < limit) {
      char c = text.charAt(place);
      if (Characters.isDigit(c)) {
        digits++;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
      place++;
    }
    return digits == 0 ? from : place;
  }

  /** Likewise, followed by an exponent if there is one. */
  static int endWithExponent(String text, int from, int limit) {
    int end = end(text, from, limit);
    if (end == from || end >= limit || Character.toLowerCase(text.charAt(end)) != 'e') {
      return end;
    }
    int place = end + 1;
    if (place < limit && (text.charAt(place) == '+' || text.charAt(place) == '-')) {
      place++;
    }
    int digits = place;
    while (place < limit && Characters.isDigit(text.charAt(place))) {
      place++;
    }
    return place == digits ? end : place;
  }
}
