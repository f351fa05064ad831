package io.github.easel.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text at AND, as A1111 does: wherever it stands as a word, brackets or not. What ends in
 * a colon and a number has that weight, even without AND. Two cases are text here, since nobody
 * means a weight by them: {@code a (b:1.5}, where a bracket was forgotten, and {@code at 3:30}.
 */
final class Conjunction {

  private static final String AND = "AND";

  /** One of the texts, without its weight. */
  record Member(String text, double weight) {}

  private Conjunction() {}

  static List<Member> members(String text) {
    List<Member> members = new ArrayList<>();
    int from = 0;
    int found = text.indexOf(AND);
    while (found >= 0) {
      int after = found + AND.length();
      if (Characters.isWord(text, AND, found)) {
        members.add(member(text.substring(from, found)));
        from = after;
      }
      found = text.indexOf(AND, after);
    }
    members.add(member(text.substring(from)));
    return members;
  }

  private static Member member(String text) {
    int colon = text.lastIndexOf(':');
    if (colon >= 0) {
      int from = Characters.skipBlanks(text, colon + 1, text.length());
      int to = Decimals.end(text, from, text.length());
      boolean last = Characters.skipBlanks(text, to, text.length()) == text.length();
      if (to > from && last && !opensBracket(text, colon) && !followsDigit(text, colon)) {
        double weight = Double.parseDouble(text.substring(from, to));
        return new Member(
            text.substring(0, Characters.trimBlanks(text, 0, colon)),
            Math.max(-PromptParser.MOST_WEIGHT, Math.min(PromptParser.MOST_WEIGHT, weight)));
      }
    }
    return new Member(text, 1);
  }

  private static boolean followsDigit(String text, int place) {
    return place > 0 && Characters.isDigit(text.charAt(place - 1));
  }

  /** Whether a round bracket is open at this place. */
  private static boolean opensBracket(String text, int place) {
    int open = 0;
    for (int i = 0; i < place; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '(') {
        open++;
      } else if (c == ')' && open > 0) {
        open--;
      }
    }
    return open > 0;
  }
}
