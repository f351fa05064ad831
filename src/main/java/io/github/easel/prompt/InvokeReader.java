package io.github.easel.prompt;

import io.github.easel.prompt.WordingBuilder.Bracket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * Reads InvokeAI's attention: {@code word++} and {@code word--} (a factor 1.1 or 0.9 for each
 * sign), {@code (some words)+}, {@code (some words)1.2}, nesting, and {@code \} before a bracket,
 * sign, quote or backslash that is meant as such. Signs count at the end of a word only: {@code
 * tree-lined} is text. Round brackets without a weight vanish.
 *
 * <p>A prompt that is {@code ("one", "two").and()} or {@code .and(1, 0.5)} begins a new chunk for
 * each text, with its weight. Mixtures, {@code ("one", "two").blend(0.7, 0.3)}, and {@code a
 * cat.swap(a dog)} change embeddings and attention maps in ways that no wording can say: they are
 * read as words.
 */
final class InvokeReader {

  private static final double PLUS = 1.1;
  private static final double MINUS = 0.9;
  private static final String ESCAPABLE = "()+-\"\\";
  private static final String WORD_BORDERS = "()\",;:\\";

  /** What follows a closing bracket. */
  private record Suffix(double factor, int end) {}

  private final String text;
  private final WordingBuilder wording = new WordingBuilder();

  /** For every round bracket the place of its partner, or -1. */
  private final int[] partners;

  private final Deque<Integer> open = new ArrayDeque<>();

  private InvokeReader(String text) {
    this.text = text;
    this.partners = partners(text);
  }

  static Wording read(String text) {
    InvokeReader reader = new InvokeReader(text);
    Optional<InvokeConjunction> conjunction = InvokeConjunction.of(text, reader.partners);
    if (conjunction.isEmpty()) {
      reader.range(0, text.length());
    } else {
      boolean first = true;
      for (InvokeConjunction.Member member : conjunction.get().members()) {
        if (!first) {
          reader.wording.breakHere();
        }
        int bracket = reader.wording.open(Bracket.ROUND, member.weight());
        reader.range(member.from(), member.to());
        reader.wording.close(bracket, member.weight());
        first = false;
      }
    }
    return reader.wording.build();
  }

  private static int[] partners(String text) {
    int[] partners = new int[text.length()];
    Arrays.fill(partners, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int place = 0; place < text.length(); place++) {
      char c = text.charAt(place);
      if (c == '\\') {
        place++;
      } else if (c == '(') {
        open.push(place);
      } else if (c == ')' && !open.isEmpty()) {
        partners[place] = open.peek();
        partners[open.pop()] = place;
      }
    }
    return partners;
  }

  private void range(int from, int to) {
    int place = from;
    while (place < to) {
      place = next(place, to);
    }
  }

  /** Reads what begins here and returns the place after it. */
  private int next(int place, int limit) {
    char c = text.charAt(place);
    int partner = partners[place];
    if (c == '\\' && place + 1 < limit && ESCAPABLE.indexOf(text.charAt(place + 1)) >= 0) {
      wording.text(text, place + 1, place + 2);
      return place + 2;
    }
    if (c == '(' && partner >= 0 && partner < limit) {
      open.push(wording.open(Bracket.ROUND, 1));
      return place + 1;
    }
    if (c == ')' && partner >= 0 && !open.isEmpty()) {
      Suffix suffix = suffix(place + 1, limit);
      wording.close(open.pop(), suffix.factor());
      return suffix.end();
    }
    int end = wordEnd(place, limit);
    if (end > place) {
      word(place, end);
      return end;
    }
    wording.text(text, place, place + 1);
    return place + 1;
  }

  private void word(int from, int to) {
    char sign = text.charAt(to - 1);
    int stem = signsStart(from, to);
    if (stem < to && Characters.wordEndsAt(text, stem) && stem > from) {
      int bracket = wording.open(Bracket.ROUND, 1);
      wording.text(text, from, stem);
      wording.close(bracket, factor(sign, to - stem));
    } else {
      wording.text(text, from, to);
    }
  }

  /** Where the run of equal signs begins that ends here; the end if there is none. */
  private int signsStart(int from, int to) {
    char sign = text.charAt(to - 1);
    int place = to;
    while ((sign == '+' || sign == '-') && place > from && text.charAt(place - 1) == sign) {
      place--;
    }
    return place;
  }

  private Suffix suffix(int from, int limit) {
    int place = from;
    while (place < limit
        && (text.charAt(place) == '+' || text.charAt(place) == '-')
        && text.charAt(place) == text.charAt(from)) {
      place++;
    }
    if (place > from && endsHere(place, limit)) {
      return new Suffix(factor(text.charAt(from), place - from), place);
    }
    int end = Decimals.end(text, from, limit);
    if (end > from && endsHere(end, limit)) {
      return new Suffix(Double.parseDouble(text.substring(from, end)), end);
    }
    return new Suffix(1, from);
  }

  /** Whether neither a word nor a number goes on here. */
  private boolean endsHere(int place, int limit) {
    if (place >= limit) {
      return true;
    }
    boolean point = text.charAt(place) == '.';
    return !Characters.wordBeginsAt(text, point ? place + 1 : place);
  }

  private int wordEnd(int from, int limit) {
    int place = from;
    while (place < limit
        && !Characters.isBlank(text.charAt(place))
        && WORD_BORDERS.indexOf(text.charAt(place)) < 0
        && !endsSentence(place)) {
      place++;
    }
    return place;
  }

  private boolean endsSentence(int place) {
    return ".!?".indexOf(text.charAt(place)) >= 0 && !Characters.wordBeginsAt(text, place + 1);
  }

  private static double factor(char sign, int count) {
    return Math.pow(sign == '+' ? PLUS : MINUS, count);
  }
}
