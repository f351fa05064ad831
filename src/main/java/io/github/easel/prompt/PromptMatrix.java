package io.github.easel.prompt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A1111's prompt matrix, {@code base | option | option}: the base with every set of the options,
 * that with none first and the first option changing fastest. Bars in brackets of any kind, and
 * behind a backslash, separate no options.
 */
public final class PromptMatrix {

  /** With more there would be over a million prompts. */
  public static final int MOST_OPTIONS = 20;

  private PromptMatrix() {}

  /**
   * How many prompts there are: 2 to the power of the number of options.
   *
   * @throws IllegalArgumentException if there are more than {@link #MOST_OPTIONS} options; the
   *     message is a sentence for the user
   */
  public static int count(String text) {
    return count(parts(text));
  }

  /** The prompts; throws as {@link #count} does. */
  public static List<String> prompts(String text) {
    List<String> parts = parts(text);
    int count = count(parts);
    List<String> prompts = new ArrayList<>(count);
    for (int set = 0; set < count; set++) {
      List<String> chosen = new ArrayList<>();
      chosen.add(parts.get(0).strip());
      for (int option = 0; option + 1 < parts.size(); option++) {
        if ((set >> option & 1) != 0) {
          chosen.add(bare(parts.get(option + 1)));
        }
      }
      prompts.add(
          chosen.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
    }
    return prompts;
  }

  private static int count(List<String> parts) {
    int options = parts.size() - 1;
    if (options > MOST_OPTIONS) {
      throw new IllegalArgumentException(
          "The matrix has %d options: write at most %d.".formatted(options, MOST_OPTIONS));
    }
    return 1 << options;
  }

  /** An option without the blanks and commas around it, as the prompts join options with commas. */
  private static String bare(String option) {
    int from = 0;
    int to = option.length();
    while (from < to && skipped(option.charAt(from))) {
      from++;
    }
    while (to > from && skipped(option.charAt(to - 1))) {
      to--;
    }
    return option.substring(from, to);
  }

  private static boolean skipped(char c) {
    return c == ',' || Characters.isBlank(c);
  }

  private static List<String> parts(String text) {
    List<Integer> bars = new ArrayList<>();
    // For every open bracket the number of bars before it: those after it go when it is closed.
    Deque<Integer> barsBefore = new ArrayDeque<>();
    Deque<Character> closing = new ArrayDeque<>();
    for (int place = 0; place < text.length(); place++) {
      char c = text.charAt(place);
      int kind = "([{".indexOf(c);
      if (c == '\\') {
        place++;
      } else if (kind >= 0) {
        closing.push(")]}".charAt(kind));
        barsBefore.push(bars.size());
      } else if (c == '|') {
        bars.add(place);
      } else if (!closing.isEmpty() && c == closing.element()) {
        closing.pop();
        bars.subList(barsBefore.pop(), bars.size()).clear();
      }
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int bar : bars) {
      parts.add(text.substring(from, bar));
      from = bar + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }
}
