package io.github.easel.prompt;

import io.github.easel.prompt.WordingBuilder.Bracket;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads A1111's attention: {@code (x)} 1.1, {@code [x]} 1/1.1, {@code (x:1.2)} 1.2, nesting, {@code
 * \} before a bracket that is meant as such, and BREAK. Brackets that are not closed are closed by
 * the end; those that were not opened are text.
 */
final class AttentionReader {

  private static final double STEP = 1.1;
  private static final String BREAK = "BREAK";

  private final String text;
  private final WordingBuilder wording = new WordingBuilder();
  private final Deque<Integer> round = new ArrayDeque<>();
  private final Deque<Integer> square = new ArrayDeque<>();

  private AttentionReader(String text) {
    this.text = text;
  }

  static Wording read(String text) {
    return new AttentionReader(text).read();
  }

  private Wording read() {
    int place = 0;
    while (place < text.length()) {
      place = next(place);
    }
    return wording.build();
  }

  /** Reads what begins here and returns the place after it. */
  private int next(int place) {
    return switch (text.charAt(place)) {
      case '\\' -> escaped(place);
      case '(' -> open(round, Bracket.ROUND, place, STEP);
      case '[' -> open(square, Bracket.SQUARE, place, 1 / STEP);
      case ')' -> close(round, place, STEP);
      case ']' -> close(square, place, 1 / STEP);
      case ':' -> colon(place);
      default -> words(place);
    };
  }

  private int open(Deque<Integer> open, Bracket kind, int place, double factor) {
    open.push(wording.open(kind, factor));
    return place + 1;
  }

  /** A backslash keeps a bracket or another backslash as text; alone it vanishes, as in A1111. */
  private int escaped(int place) {
    int next = place + 1;
    if (next < text.length() && "()[]\\".indexOf(text.charAt(next)) >= 0) {
      wording.text(text, next, next + 1);
      return next + 1;
    }
    return next;
  }

  private int close(Deque<Integer> open, int place, double factor) {
    if (open.isEmpty()) {
      wording.text(text, place, place + 1);
    } else {
      wording.close(open.pop(), factor);
    }
    return place + 1;
  }

  /** A colon with a number and a closing bracket is a weight, any other one is text. */
  private int colon(int place) {
    int length = text.length();
    int from = Characters.skipBlanks(text, place + 1, length);
    int to = Decimals.end(text, from, length);
    int bracket = Characters.skipBlanks(text, to, length);
    boolean weight = to > from && bracket < length && text.charAt(bracket) == ')';
    if (weight && !round.isEmpty()) {
      wording.close(round.pop(), Double.parseDouble(text.substring(from, to)));
      return bracket + 1;
    }
    wording.text(text, place, place + 1);
    return place + 1;
  }

  private int words(int place) {
    int end = place;
    while (end < text.length() && "\\()[]:".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    // As a piece of its own, since brackets and colons are borders of the word BREAK.
    String piece = text.substring(place, end);
    int from = 0;
    int found = piece.indexOf(BREAK);
    while (found >= 0) {
      int after = found + BREAK.length();
      if (Characters.isWord(piece, BREAK, found)) {
        wording.text(piece, from, Characters.trimBlanks(piece, from, found));
        wording.breakHere();
        from = Characters.skipBlanks(piece, after, piece.length());
      }
      found = piece.indexOf(BREAK, after);
    }
    wording.text(piece, from, piece.length());
    return end;
  }
}
