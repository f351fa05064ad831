package io.github.easel.prompt;

import io.github.easel.prompt.PromptScript.Phase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Prompt editing and alternation of A1111: what the text is at each step.
 *
 * <ul>
 *   <li>{@code [from:to:when]} is {@code from} up to and with the step {@code when}, then {@code
 *       to}; {@code [to:when]} adds, {@code [from::when]} removes
 *   <li>{@code [a|b]} is {@code a}, {@code b}, {@code a} ... from step to step; an option may be
 *       empty
 * </ul>
 *
 * <p>All may nest. Round brackets hide colons and bars. Brackets that cross each other or are not
 * closed, and square ones that hold neither, are left for the reader of words.
 */
final class ScheduledText {

  private final String text;
  private final StepSpan span;
  private final Function<String, Wording> words;

  /** The group that a bracket or separator at this place belongs to. */
  private final @Nullable Group[] marks;

  /** The last steps of the phases. */
  private final TreeSet<Integer> ends = new TreeSet<>();

  private boolean changesAtEveryStep;

  private ScheduledText(String text, StepSpan span, Function<String, Wording> words) {
    this.text = text;
    this.span = span;
    this.words = words;
    this.marks = new Group[text.length()];
    ends.add(span.steps());
  }

  /**
   * The wordings of all steps, of which neighbours differ.
   *
   * @param words reads the text of one step
   */
  static List<Phase> phases(String text, StepSpan span, Function<String, Wording> words) {
    if (text.indexOf('[') < 0) {
      return List.of(new Phase(span.steps(), words.apply(text)));
    }
    ScheduledText scheduled = new ScheduledText(text, span, words);
    scheduled.findGroups();
    return scheduled.phases();
  }

  private List<Phase> phases() {
    List<Phase> phases = new ArrayList<>();
    Map<String, Wording> read = new HashMap<>();
    String current = "";
    int last = 0;
    if (changesAtEveryStep) {
      IntStream.rangeClosed(1, span.steps()).forEach(ends::add);
    }
    for (int end : ends) {
      String next = at(end);
      if (last > 0 && !next.equals(current)) {
        phases.add(new Phase(last, read.computeIfAbsent(current, words)));
      }
      current = next;
      last = end;
    }
    phases.add(new Phase(last, read.computeIfAbsent(current, words)));
    return phases;
  }

  /** The text at one step: walks over the source and leaps over what is not chosen. */
  private String at(int step) {
    StringBuilder chosen = new StringBuilder(text.length());
    int place = 0;
    while (place < text.length()) {
      Group group = marks[place];
      if (group == null) {
        chosen.append(text.charAt(place));
        place++;
      } else {
        place = place == group.open() ? group.start(step) : group.end();
      }
    }
    return chosen.toString();
  }

  /** A bracket that is open, with the colons or bars that stand directly in it. */
  private static final class Open {

    private final int place;
    private final boolean square;
    private final List<Integer> colons = new ArrayList<>(2);
    private final List<Integer> bars = new ArrayList<>(2);

    Open(int place, boolean square) {
      this.place = place;
      this.square = square;
    }
  }

  private void findGroups() {
    Deque<Open> open = new ArrayDeque<>();
    for (int place = 0; place < text.length(); place++) {
      char c = text.charAt(place);
      Open inner = open.peek();
      if (c == '\\') {
        place++;
      } else if (c == '(' || c == '[') {
        open.push(new Open(place, c == '['));
      } else if (inner != null && c == ':') {
        inner.colons.add(place);
      } else if (inner != null && c == '|') {
        inner.bars.add(place);
      } else if (inner != null && (c == ')' || c == ']')) {
        if (inner.square != (c == ']')) {
          // Crossing brackets: all that are still open are text.
          open.clear();
        } else {
          open.pop();
          if (inner.square) {
            close(inner, place);
          }
        }
      }
    }
  }

  private void close(Open bracket, int end) {
    if (!bracket.bars.isEmpty() && bracket.colons.isEmpty()) {
      List<Integer> starts = new ArrayList<>();
      starts.add(bracket.place + 1);
      bracket.bars.forEach(bar -> starts.add(bar + 1));
      mark(new Group(bracket.place, starts, Group.IN_TURN, end + 1), bracket.bars, end);
      changesAtEveryStep = true;
    } else if (bracket.bars.isEmpty() && !bracket.colons.isEmpty() && bracket.colons.size() <= 2) {
      edited(bracket, end);
    }
  }

  private void edited(Open bracket, int end) {
    int colon = bracket.colons.get(bracket.colons.size() - 1);
    int from = Characters.skipBlanks(text, colon + 1, end);
    int to = Decimals.endWithExponent(text, from, end);
    if (to == from || Characters.skipBlanks(text, to, end) < end) {
      return;
    }
    int last = span.lastStepBefore(text.substring(from, to));
    List<Integer> starts =
        bracket.colons.size() == 2
            ? List.of(bracket.place + 1, bracket.colons.get(0) + 1)
            : List.of(end + 1, bracket.place + 1);
    mark(new Group(bracket.place, starts, last, end + 1), bracket.colons, end);
    if (last >= 1) {
      ends.add(last);
    }
  }

  private void mark(Group group, List<Integer> separators, int end) {
    marks[group.open()] = group;
    separators.forEach(place -> marks[place] = group);
    marks[end] = group;
  }

  /**
   * Alternatives in square brackets.
   *
   * @param open where its bracket is
   * @param starts where each alternative begins; it goes on to the group's next mark
   * @param lastOfFirst the last step of the first of two, or {@link #IN_TURN}
   * @param end the place after the group
   */
  private record Group(int open, List<Integer> starts, int lastOfFirst, int end) {

    static final int IN_TURN = -1;

    /** Where to read on at its opening bracket. */
    int start(int step) {
      if (lastOfFirst == IN_TURN) {
        return starts.get((step - 1) % starts.size());
      }
      return starts.get(step <= lastOfFirst ? 0 : 1);
    }
  }
}
