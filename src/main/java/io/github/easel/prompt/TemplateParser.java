package io.github.easel.prompt;

import io.github.easel.prompt.TemplateNode.Choice;
import io.github.easel.prompt.TemplateNode.Option;
import io.github.easel.prompt.TemplateNode.Row;
import io.github.easel.prompt.TemplateNode.Wildcard;
import io.github.easel.prompt.TemplateNode.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Reads a dynamic prompt: choices in braces and wildcards between double underscores. What is
 * neither is words, so it never fails. Braces nest up to {@link #MOST_NESTING} levels; deeper ones
 * are words. Bars in square brackets belong to A1111's alternation and separate no options. A
 * backslash before a brace or a double underscore makes it the characters themselves.
 */
final class TemplateParser {

  static final int MOST_NESTING = 32;
  private static final int LONGEST_NAME = 200;
  private static final String MARK = "__";

  private final String text;

  /** Bars between square brackets. */
  private final BitSet hiddenBars;

  private final Deque<Frame> open = new ArrayDeque<>();
  private int tooDeep;

  /** A choice whose closing brace has not come yet; the outermost is no choice. */
  private static final class Frame {

    private final List<List<TemplateNode>> options = new ArrayList<>();
    private List<TemplateNode> row = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    void add(TemplateNode node) {
      flush();
      row.add(node);
    }

    void nextOption() {
      flush();
      options.add(row);
      row = new ArrayList<>();
    }

    private void flush() {
      if (!words.isEmpty()) {
        row.add(new Words(words.toString()));
        words.setLength(0);
      }
    }
  }

  private TemplateParser(String text) {
    this.text = text;
    this.hiddenBars = barsInSquares(text);
  }

  static TemplateNode parse(String text) {
    return new TemplateParser(text).parse();
  }

  private TemplateNode parse() {
    open.push(new Frame());
    int place = 0;
    while (place < text.length()) {
      place = next(place);
    }
    return new Row(unclosed());
  }

  /** Reads what begins here and returns the place after it. */
  private int next(int place) {
    Frame frame = open.element();
    char c = text.charAt(place);
    switch (c) {
      case '\\' -> {
        return escaped(place, frame);
      }
      case '{' -> {
        if (open.size() > MOST_NESTING) {
          tooDeep++;
          frame.words.append(c);
        } else {
          open.push(new Frame());
        }
      }
      case '}' -> close(frame);
      case '|' -> {
        if (open.size() > 1 && tooDeep == 0 && !hiddenBars.get(place)) {
          frame.nextOption();
        } else {
          frame.words.append(c);
        }
      }
      case '_' -> {
        return underscore(place, frame);
      }
      default -> frame.words.append(c);
    }
    return place + 1;
  }

  private int escaped(int place, Frame frame) {
    int next = place + 1;
    if (text.startsWith(MARK, next)) {
      frame.words.append(MARK);
      return next + MARK.length();
    }
    if (next >= text.length()) {
      frame.words.append('\\');
      return next;
    }
    char c = text.charAt(next);
    // Other escapes mean something to the grammar that reads the words afterwards.
    if (c != '{' && c != '}') {
      frame.words.append('\\');
    }
    frame.words.append(c);
    return next + 1;
  }

  private void close(Frame frame) {
    if (tooDeep > 0 || open.size() == 1) {
      tooDeep = Math.max(0, tooDeep - 1);
      frame.words.append('}');
      return;
    }
    open.pop();
    frame.nextOption();
    open.element().add(choice(frame.options));
  }

  private static Choice choice(List<List<TemplateNode>> rows) {
    ChoicePrefix prefix = ChoicePrefix.of(firstWords(rows.get(0)));
    rows.set(0, without(rows.get(0), prefix.length()));
    List<Option> options = new ArrayList<>(rows.size());
    for (List<TemplateNode> row : rows) {
      String words = firstWords(row);
      options.add(
          new Option(
              ChoicePrefix.weight(words), new Row(without(row, ChoicePrefix.weightEnd(words)))));
    }
    return new Choice(options, prefix.least(), prefix.most(), prefix.separator());
  }

  private static String firstWords(List<TemplateNode> row) {
    return !row.isEmpty() && row.get(0) instanceof Words words ? words.text() : "";
  }

  /** The row without the first characters of its first words. */
  private static List<TemplateNode> without(List<TemplateNode> row, int characters) {
    if (characters == 0) {
      return row;
    }
    List<TemplateNode> rest = new ArrayList<>(row);
    String words = firstWords(row).substring(characters);
    rest.set(0, new Words(words));
    return words.isEmpty() ? rest.subList(1, rest.size()) : rest;
  }

  private int underscore(int place, Frame frame) {
    int from = place + MARK.length();
    int end = text.startsWith(MARK, place) ? nameEnd(from) : -1;
    if (end < 0) {
      frame.words.append('_');
      return place + 1;
    }
    frame.add(new Wildcard(text.substring(from, end)));
    return end + MARK.length();
  }

  /** Where the name of a wildcard ends that begins here; -1 if it is none. */
  private int nameEnd(int from) {
    int end = text.indexOf(MARK, from + 1);
    if (end < 0 || end - from > LONGEST_NAME) {
      return -1;
    }
    for (int place = from; place < end; place++) {
      char c = text.charAt(place);
      boolean blank = Character.isWhitespace(c) && (place == from || place == end - 1);
      if (blank || !(Character.isLetterOrDigit(c) || " _-./*".indexOf(c) >= 0)) {
        return -1;
      }
    }
    return end;
  }

  /** What there is at the end: braces that were not closed are words. */
  private List<TemplateNode> unclosed() {
    List<TemplateNode> all = new ArrayList<>();
    Iterator<Frame> outermostFirst = open.descendingIterator();
    while (outermostFirst.hasNext()) {
      Frame frame = outermostFirst.next();
      frame.flush();
      for (List<TemplateNode> option : frame.options) {
        all.addAll(option);
        all.add(new Words("|"));
      }
      all.addAll(frame.row);
      if (outermostFirst.hasNext()) {
        all.add(new Words("{"));
      }
    }
    return all;
  }

  private static BitSet barsInSquares(String text) {
    BitSet hidden = new BitSet();
    // For every open bracket its bars; a brace has none of its own.
    Deque<List<Integer>> squares = new ArrayDeque<>();
    Deque<Boolean> kinds = new ArrayDeque<>();
    for (int place = 0; place < text.length(); place++) {
      char c = text.charAt(place);
      boolean inSquare = Boolean.TRUE.equals(kinds.peek());
      if (c == '\\') {
        place++;
      } else if (c == '[' || c == '{') {
        kinds.push(c == '[');
        if (c == '[') {
          squares.push(new ArrayList<>());
        }
      } else if (c == '|' && inSquare) {
        squares.element().add(place);
      } else if (c == ']' && inSquare) {
        kinds.pop();
        squares.pop().forEach(hidden::set);
      } else if (c == '}') {
        while (!kinds.isEmpty() && kinds.pop()) {
          squares.pop();
        }
      }
    }
    return hidden;
  }
}
