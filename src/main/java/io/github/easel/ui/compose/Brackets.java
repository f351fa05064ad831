package io.github.easel.ui.compose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Round and square brackets of a prompt that belong together; escaped ones are text. */
final class Brackets {

  private Brackets() {}

  /**
   * Two brackets that belong together.
   *
   * @param open the place of the first
   * @param close the place of the second
   * @param round whether they are round, else square
   */
  record Pair(int open, int close, boolean round) {

    /** Whether both places are between the brackets, or just around them. */
    boolean holds(int from, int to) {
      return (open < from && to <= close) || (open == from && to == close + 1 && to > from);
    }

    /** Whether the brackets stand directly around that part of the text, or at its ends. */
    boolean wraps(int from, int to) {
      return (open + 1 == from && close == to) || (open == from && close + 1 == to);
    }

    int length() {
      return close - open;
    }
  }

  /** The innermost pair around that part of the text. */
  static Optional<Pair> around(String text, int from, int to) {
    return pairs(text).stream().filter(pair -> pair.holds(from, to)).min(Brackets::byLength);
  }

  /** The next pair around that one. */
  static Optional<Pair> around(String text, Pair inner) {
    return pairs(text).stream()
        .filter(pair -> pair.open() < inner.open() && pair.close() > inner.close())
        .min(Brackets::byLength);
  }

  private static int byLength(Pair one, Pair other) {
    return Integer.compare(one.length(), other.length());
  }

  private static List<Pair> pairs(String text) {
    Deque<Integer> round = new ArrayDeque<>();
    Deque<Integer> square = new ArrayDeque<>();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '(' -> round.push(i);
        case '[' -> square.push(i);
        case ')' -> close(round, i, true, pairs);
        case ']' -> close(square, i, false, pairs);
        default -> {
          // text
        }
      }
    }
    return pairs;
  }

  private static void close(Deque<Integer> open, int place, boolean round, List<Pair> pairs) {
    if (!open.isEmpty()) {
      pairs.add(new Pair(open.pop(), place, round));
    }
  }
}
