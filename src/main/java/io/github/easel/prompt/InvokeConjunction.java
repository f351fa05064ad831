package io.github.easel.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A prompt of InvokeAI that is nothing but {@code ("one", "two").and()} or {@code ("one",
 * "two").and(1, 0.5)}.
 *
 * @param members its texts, at least one
 */
record InvokeConjunction(List<Member> members) {

  private static final String AND = ".and(";

  /** Where a text is and its weight. */
  record Member(int from, int to, double weight) {}

  InvokeConjunction {
    members = List.copyOf(members);
  }

  /**
   * Reads one, if the prompt is one.
   *
   * @param partners for every round bracket the place of its partner, or -1
   */
  static Optional<InvokeConjunction> of(String text, int[] partners) {
    int begin = Characters.skipBlanks(text, 0, text.length());
    int end = Characters.trimBlanks(text, begin, text.length());
    int close = begin < end && text.charAt(begin) == '(' ? partners[begin] : -1;
    if (close < 0 || !text.startsWith(AND, close + 1) || text.charAt(end - 1) != ')') {
      return Optional.empty();
    }
    List<Member> quoted = quoted(text, begin + 1, close);
    List<Double> weights = weights(text, close + 1 + AND.length(), end - 1);
    if (quoted.isEmpty()
        || !(weights.isEmpty() || weights.size() == quoted.size())
        || weights.contains(Double.NaN)) {
      return Optional.empty();
    }
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < quoted.size(); i++) {
      Member member = quoted.get(i);
      members.add(new Member(member.from(), member.to(), weights.isEmpty() ? 1 : weights.get(i)));
    }
    return Optional.of(new InvokeConjunction(members));
  }

  /** Texts in double quotes with commas between them; none if there is anything else. */
  private static List<Member> quoted(String text, int from, int to) {
    List<Member> found = new ArrayList<>();
    int place = Characters.skipBlanks(text, from, to);
    while (place < to && text.charAt(place) == '"') {
      int end = quoteEnd(text, place + 1, to);
      if (end < 0) {
        return List.of();
      }
      found.add(new Member(place + 1, end, 1));
      place = Characters.skipBlanks(text, end + 1, to);
      if (place == to) {
        return found;
      }
      if (text.charAt(place) != ',') {
        return List.of();
      }
      place = Characters.skipBlanks(text, place + 1, to);
    }
    return List.of();
  }

  private static int quoteEnd(String text, int from, int to) {
    for (int place = from; place < to; place++) {
      if (text.charAt(place) == '\\') {
        place++;
      } else if (text.charAt(place) == '"') {
        return place;
      }
    }
    return -1;
  }

  /** Numbers with commas between them; NaN among them if there is anything else. */
  private static List<Double> weights(String text, int from, int to) {
    if (from > to || Characters.skipBlanks(text, from, to) == to) {
      return List.of();
    }
    List<Double> weights = new ArrayList<>();
    for (String word : text.substring(from, to).split(",", -1)) {
      String number = word.strip();
      boolean whole =
          !number.isEmpty() && Decimals.end(number, 0, number.length()) == number.length();
      weights.add(whole ? Double.parseDouble(number) : Double.NaN);
    }
    return weights;
  }
}
