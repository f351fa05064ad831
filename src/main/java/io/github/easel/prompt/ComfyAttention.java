package io.github.easel.prompt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Reads ComfyUI's attention: {@code (x)} is 1.1 times what is around it, {@code (x:1.2)} is 1.2
 * whatever is around it, {@code \(} and {@code \)} are the characters. All else is text: square
 * brackets, other backslashes, and round brackets without a partner.
 */
final class ComfyAttention {

  private static final double STEP = 1.1;

  private final String text;

  /** At an opening bracket the place of its partner, and the other way round; else -1. */
  private final int[] partners;

  /** At a closing bracket that has a partner the last colon before it, or -1. */
  private final int[] colons;

  private final List<WeightedText> runs = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();

  private ComfyAttention(String text) {
    this.text = text;
    this.partners = new int[text.length()];
    this.colons = new int[text.length()];
    findPartners();
  }

  static Wording read(String text) {
    return new ComfyAttention(text).read();
  }

  private Wording read() {
    Deque<Double> outer = new ArrayDeque<>();
    double weight = 1;
    int place = 0;
    while (place < text.length()) {
      char c = text.charAt(place);
      if (escapes(text, place)) {
        run.append(text.charAt(place + 1));
        place += 2;
      } else if (c == '(' && partners[place] >= 0) {
        endRun(weight);
        outer.push(weight);
        weight = weight(place, weight);
        place++;
      } else if (c == ')' && partners[place] >= 0) {
        endRun(weight);
        weight = outer.pop();
        place++;
      } else if (c == ':' && closesWithWeight(place) >= 0) {
        place = closesWithWeight(place);
      } else {
        run.append(c);
        place++;
      }
    }
    endRun(weight);
    return new Wording(List.of(runs.isEmpty() ? List.of(new WeightedText("", 1)) : runs));
  }

  /** The weight within the brackets that open here. */
  private double weight(int open, double around) {
    int close = partners[open];
    int colon = colons[close];
    double weight =
        colon > open && closesWithWeight(colon) == close ? number(colon) : around * STEP;
    return Math.max(-PromptParser.MOST_WEIGHT, Math.min(PromptParser.MOST_WEIGHT, weight));
  }

  /** The bracket that a colon here and the number behind it end at, or -1 if it is text. */
  private int closesWithWeight(int colon) {
    int from = Characters.skipBlanks(text, colon + 1, text.length());
    int to = Decimals.endWithExponent(text, from, text.length());
    int close = Characters.skipBlanks(text, to, text.length());
    boolean weight =
        to > from
            && close < text.length()
            && text.charAt(close) == ')'
            && partners[close] >= 0
            && colon > partners[close] + 1;
    return weight ? close : -1;
  }

  private double number(int colon) {
    int from = Characters.skipBlanks(text, colon + 1, text.length());
    return Double.parseDouble(
        text.substring(from, Decimals.endWithExponent(text, from, text.length())));
  }

  private void endRun(double weight) {
    if (run.isEmpty()) {
      return;
    }
    int last = runs.size() - 1;
    if (last >= 0 && runs.get(last).weight() == weight) {
      runs.set(last, new WeightedText(runs.get(last).text() + run, weight));
    } else {
      runs.add(new WeightedText(run.toString(), weight));
    }
    run.setLength(0);
  }

  private void findPartners() {
    int colon = -1;
    Arrays.fill(partners, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int place = 0; place < text.length(); place++) {
      char c = text.charAt(place);
      if (escapes(text, place)) {
        place++;
      } else if (c == '(') {
        open.push(place);
      } else if (c == ')' && !open.isEmpty()) {
        partners[place] = open.pop();
        partners[partners[place]] = place;
        colons[place] = colon;
      } else if (c == ':') {
        colon = place;
      }
    }
  }

  private static boolean escapes(String text, int place) {
    return text.charAt(place) == '\\'
        && place + 1 < text.length()
        && "()".indexOf(text.charAt(place + 1)) >= 0;
  }
}
