package io.github.easel.prompt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Collects text, brackets and breaks from left to right and tells the weight of every run at the
 * end, in time that grows with their number, however deep the brackets nest.
 *
 * <p>The two kinds of brackets may cross each other, {@code (a [b) c]}; each by itself nests. So a
 * weight is the product of two: of the round brackets that are open and of the square ones.
 */
final class WordingBuilder {

  enum Bracket {
    ROUND,
    SQUARE
  }

  private enum Kind {
    TEXT,
    OPEN,
    CLOSE,
    BREAK
  }

  /**
   * @param number of the text, or of the bracket
   */
  private record Event(Kind kind, int number) {}

  private final List<Event> events = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final StringBuilder pending = new StringBuilder();
  private final List<Bracket> brackets = new ArrayList<>();
  private double[] factors = new double[8];

  void text(String source, int from, int to) {
    pending.append(source, from, to);
  }

  /**
   * Opens a bracket.
   *
   * @param factor of the weight, if it is never closed
   * @return what {@link #close} calls it
   */
  int open(Bracket kind, double factor) {
    flush();
    int number = brackets.size();
    brackets.add(kind);
    if (number == factors.length) {
      factors = Arrays.copyOf(factors, 2 * number);
    }
    factors[number] = factor;
    events.add(new Event(Kind.OPEN, number));
    return number;
  }

  /** Closes the bracket, which must be the last one of its kind that is open. */
  void close(int bracket, double factor) {
    flush();
    factors[bracket] = factor;
    events.add(new Event(Kind.CLOSE, bracket));
  }

  /** Begins a new segment. */
  void breakHere() {
    flush();
    events.add(new Event(Kind.BREAK, 0));
  }

  Wording build() {
    flush();
    Segments segments = new Segments();
    Weight round = new Weight();
    Weight square = new Weight();
    for (Event event : events) {
      switch (event.kind()) {
        case TEXT ->
            segments.add(texts.get(event.number()), clamped(round.product * square.product));
        case BREAK -> segments.next();
        case OPEN -> weight(event, round, square).enter(factors[event.number()]);
        case CLOSE -> weight(event, round, square).leave();
      }
    }
    return segments.wording();
  }

  private Weight weight(Event event, Weight round, Weight square) {
    return brackets.get(event.number()) == Bracket.ROUND ? round : square;
  }

  private void flush() {
    if (!pending.isEmpty()) {
      events.add(new Event(Kind.TEXT, texts.size()));
      texts.add(pending.toString());
      pending.setLength(0);
    }
  }

  /** Never infinite, so that the product of two is never NaN. */
  private static double clamped(double weight) {
    return Math.max(-PromptParser.MOST_WEIGHT, Math.min(PromptParser.MOST_WEIGHT, weight));
  }

  /** The product of the factors of all brackets of one kind that are open. */
  private static final class Weight {

    private final Deque<Double> outer = new ArrayDeque<>();
    private double product = 1;

    void enter(double factor) {
      outer.push(product);
      product = clamped(product * clamped(factor));
    }

    void leave() {
      product = outer.pop();
    }
  }

  /** Segments of runs, in which neighbours of equal weight are one run. */
  private static final class Segments {

    private final List<List<WeightedText>> done = new ArrayList<>();
    private List<WeightedText> runs = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private double weight = 1;

    void add(String text, double itsWeight) {
      if (!run.isEmpty() && itsWeight != weight) {
        endRun();
      }
      weight = itsWeight;
      run.append(text);
    }

    void next() {
      endRun();
      if (runs.isEmpty()) {
        runs.add(new WeightedText("", 1));
      }
      done.add(runs);
      runs = new ArrayList<>();
    }

    Wording wording() {
      next();
      return new Wording(done);
    }

    private void endRun() {
      if (!run.isEmpty()) {
        runs.add(new WeightedText(run.toString(), weight));
        run.setLength(0);
      }
    }
  }
}
