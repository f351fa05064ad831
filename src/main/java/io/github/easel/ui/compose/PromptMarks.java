package io.github.easel.ui.compose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the grammar in a prompt while it is typed: nothing of it need be complete. It only marks;
 * what acts is decided by the prompt's own parser.
 */
final class PromptMarks {

  /** What a part of the text is; each looks different by form as well as by colour. */
  enum Tint {
    HEAVIER_1,
    HEAVIER_2,
    HEAVIER_3,
    LIGHTER_1,
    LIGHTER_2,
    /** Words that change between the steps: {@code [a:b:0.5]}, {@code [a|b]}. */
    EDITING,
    /** AND, BREAK. */
    KEYWORD,
    /** {@code {a|b}}. */
    VARIANT,
    /** {@code __name__}. */
    WILDCARD,
    /** {@code <lora:name:1>}. */
    NETWORK,
    COMMENT,
    /** A bracket without its partner. */
    UNBALANCED
  }

  /**
   * A part of the text.
   *
   * @param from its first place
   * @param to the place after its last
   */
  record Mark(int from, int to, Tint tint) {}

  private static final double STEP = 1.1;
  private static final Pattern NUMBER =
      Pattern.compile(".*:\\s*([+-]?\\d*\\.?\\d+)\\s*", Pattern.DOTALL);
  private static final Pattern NETWORK = Pattern.compile("<\\w+:[^<>\\n]+>");
  private static final Pattern WILDCARD =
      Pattern.compile("__[\\p{L}\\p{N}*][\\p{L}\\p{N}_*./\\-]*?__");
  private static final Pattern KEYWORD = Pattern.compile("\\b(?:AND|BREAK)\\b");

  private final String text;
  private final boolean dynamic;
  private final double[] weights;
  private final List<Mark> marks = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  /** A bracket that is still open. */
  private static final class Open {

    final char kind;
    final int place;
    boolean bar;

    Open(char kind, int place) {
      this.kind = kind;
      this.place = place;
    }
  }

  private PromptMarks(String text, boolean dynamic) {
    this.text = text;
    this.dynamic = dynamic;
    weights = new double[text.length()];
    Arrays.fill(weights, 1);
  }

  /**
   * The marks of a text; they may lie one above the other.
   *
   * @param dynamic whether braces and double underscores mean anything
   */
  static List<Mark> of(String text, boolean dynamic) {
    return new PromptMarks(text, dynamic).read();
  }

  private List<Mark> read() {
    int place = 0;
    while (place < text.length()) {
      place = next(place);
    }
    open.forEach(one -> marks.add(new Mark(one.place, one.place + 1, Tint.UNBALANCED)));
    weigh();
    return marks;
  }

  private int next(int place) {
    char c = text.charAt(place);
    return switch (c) {
      case '\\' -> place + 2;
      case '#' -> comment(place);
      case '(', '[' -> open(c, place);
      case '{' -> dynamic ? open(c, place) : place + 1;
      case ')' -> close('(', place);
      case ']' -> close('[', place);
      case '}' -> dynamic ? close('{', place) : place + 1;
      case '|' -> bar(place);
      case '<' -> found(NETWORK, place, Tint.NETWORK);
      case '_' -> dynamic ? found(WILDCARD, place, Tint.WILDCARD) : place + 1;
      case 'A', 'B' -> found(KEYWORD, place, Tint.KEYWORD);
      default -> place + 1;
    };
  }

  private int comment(int place) {
    int end = text.indexOf('\n', place);
    int after = end < 0 ? text.length() : end;
    marks.add(new Mark(place, after, Tint.COMMENT));
    return after;
  }

  private int open(char kind, int place) {
    open.push(new Open(kind, place));
    return place + 1;
  }

  private int bar(int place) {
    if (!open.isEmpty()) {
      open.peek().bar = true;
    }
    return place + 1;
  }

  /** What was opened in between and is open still has no partner. */
  private int close(char kind, int place) {
    int after = place + 1;
    if (open.stream().noneMatch(one -> one.kind == kind)) {
      marks.add(new Mark(place, after, Tint.UNBALANCED));
      return after;
    }
    Open partner = open.pop();
    while (partner.kind != kind) {
      marks.add(new Mark(partner.place, partner.place + 1, Tint.UNBALANCED));
      partner = open.pop();
    }
    Matcher number = NUMBER.matcher(text.substring(partner.place + 1, place));
    boolean numbered = number.matches();
    if (kind == '{') {
      marks.add(new Mark(partner.place, after, Tint.VARIANT));
    } else if (kind == '[' && (partner.bar || numbered)) {
      marks.add(new Mark(partner.place, after, Tint.EDITING));
    } else if (kind == '[') {
      multiply(partner.place, after, 1 / STEP);
    } else {
      multiply(partner.place, after, numbered ? Double.parseDouble(number.group(1)) : STEP);
    }
    return after;
  }

  private void multiply(int from, int to, double factor) {
    for (int i = from; i < to; i++) {
      weights[i] *= factor;
    }
  }

  private int found(Pattern pattern, int place, Tint tint) {
    Matcher matcher = pattern.matcher(text).region(place, text.length());
    matcher.useTransparentBounds(true); // so that a border of a word sees what is before it
    if (!matcher.lookingAt()) {
      return place + 1;
    }
    marks.add(new Mark(place, matcher.end(), tint));
    return matcher.end();
  }

  /** Joins neighbours that look alike. */
  private void weigh() {
    int from = 0;
    for (int i = 1; i <= text.length(); i++) {
      Tint before = tint(weights[i - 1]);
      if (i == text.length() || tint(weights[i]) != before) {
        if (before != Tint.COMMENT) {
          marks.add(0, new Mark(from, i, before));
        }
        from = i;
      }
    }
  }

  /** The look of a weight; that of comments stands for none. */
  private static Tint tint(double weight) {
    if (Math.abs(weight - 1) < 1e-6) {
      return Tint.COMMENT;
    }
    if (weight > 1) {
      return weight < 1.15 ? Tint.HEAVIER_1 : weight < 1.4 ? Tint.HEAVIER_2 : Tint.HEAVIER_3;
    }
    return weight > 0.8 ? Tint.LIGHTER_1 : Tint.LIGHTER_2;
  }
}
