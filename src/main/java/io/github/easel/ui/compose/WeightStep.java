package io.github.easel.ui.compose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes words of a prompt heavier or lighter, as fingers that know A1111 expect: the selection,
 * else the network or the bracket around the caret, else the word at it. Words go by 0.1 and lose
 * their brackets at 1; networks go by 0.05.
 */
final class WeightStep {

  private static final BigDecimal WORDS = new BigDecimal("0.1");
  private static final BigDecimal NETWORKS = new BigDecimal("0.05");

  /** The factor of a bracket without a number. */
  private static final double BRACKET = 1.1;

  /** What no word contains. */
  private static final String BORDERS = ".,\\/!?%^*;:{}=`~()[]<>|#\"";

  private static final Pattern NETWORK = Pattern.compile("<(\\w+:[^<>]+?)(?::([+-]?[\\d.]+))?>");
  private static final Pattern WEIGHT = Pattern.compile("(.*):\\s*([+-]?\\d*\\.?\\d+)\\s*");
  private static final List<String> NO_WORDS = List.of("AND", "BREAK");

  private final String text;
  private final int from;
  private final int to;
  private final BigDecimal direction;

  private WeightStep(String text, int from, int to, int direction) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.direction = BigDecimal.valueOf(direction);
  }

  /**
   * The change, if there is anything to weigh.
   *
   * @param from where the selection begins
   * @param to where it ends; the same place if nothing is selected
   * @param direction 1 for heavier, -1 for lighter
   */
  static Optional<TextEdit> of(String text, int from, int to, int direction) {
    int first = from;
    int last = to;
    while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    while (first < last && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    WeightStep step = new WeightStep(text, first, last, direction);
    return step.network().or(step::bracket).or(step::words);
  }

  private Optional<TextEdit> network() {
    Matcher matcher = NETWORK.matcher(text);
    while (matcher.find()) {
      boolean around =
          from == to
              ? matcher.start() < from && from < matcher.end()
              : matcher.start() <= from && to <= matcher.end();
      if (around) {
        String weight = matcher.group(2);
        BigDecimal now = weight == null ? BigDecimal.ONE : number(weight);
        String inner = matcher.group(1);
        return Optional.of(
            replace(
                matcher.start(),
                matcher.end(),
                "<" + inner + ":",
                inner,
                number(now, NETWORKS),
                ">"));
      }
    }
    return Optional.empty();
  }

  private Optional<TextEdit> bracket() {
    Optional<Brackets.Pair> found = Brackets.around(text, from, to);
    while (found.isPresent()) {
      Brackets.Pair pair = found.get();
      String inner = text.substring(pair.open() + 1, pair.close());
      Matcher weighted = WEIGHT.matcher(inner);
      boolean round = pair.round();
      boolean number = weighted.matches();
      if (round && number) {
        return Optional.of(
            weighed(pair.open(), pair.close() + 1, weighted.group(1), number(weighted.group(2))));
      }
      boolean editing = !round && (number || inner.indexOf('|') >= 0 || inner.indexOf(':') >= 0);
      if (!editing && (from == to || pair.wraps(from, to))) {
        return Optional.of(stacked(pair, round ? BRACKET : 1 / BRACKET));
      }
      found = from == to && editing ? Brackets.around(text, pair) : Optional.empty();
    }
    return Optional.empty();
  }

  /** Brackets without numbers, one directly in the other, become one with a number. */
  private TextEdit stacked(Brackets.Pair innermost, double factor) {
    int open = innermost.open();
    int close = innermost.close();
    String inner = text.substring(open + 1, close);
    double weight = factor;
    while (open > 0
        && close + 1 < text.length()
        && text.charAt(open - 1) == text.charAt(open)
        && text.charAt(close + 1) == text.charAt(close)
        && (open < 2 || text.charAt(open - 2) != '\\')) {
      open--;
      close++;
      weight *= factor;
    }
    BigDecimal rounded = BigDecimal.valueOf(weight).setScale(1, RoundingMode.HALF_UP);
    return weighed(open, close + 1, inner, rounded);
  }

  private Optional<TextEdit> words() {
    int first = from;
    int last = to;
    if (first == last) {
      while (first > 0 && inWord(text.charAt(first - 1))) {
        first--;
      }
      while (last < text.length() && inWord(text.charAt(last))) {
        last++;
      }
    }
    String words = text.substring(first, last);
    return words.isEmpty() || NO_WORDS.contains(words)
        ? Optional.empty()
        : Optional.of(weighed(first, last, words, BigDecimal.ONE));
  }

  private static boolean inWord(char c) {
    return !Character.isWhitespace(c) && BORDERS.indexOf(c) < 0;
  }

  private TextEdit weighed(int start, int end, String inner, BigDecimal now) {
    BigDecimal next = number(now, WORDS);
    return next.compareTo(BigDecimal.ONE) == 0
        ? new TextEdit(start, end, inner, start, start + inner.length())
        : replace(start, end, "(" + inner + ":", inner, next, ")");
  }

  private static TextEdit replace(
      int start, int end, String head, String inner, BigDecimal weight, String tail) {
    int first = start + 1;
    return new TextEdit(start, end, head + plain(weight) + tail, first, first + inner.length());
  }

  private BigDecimal number(BigDecimal now, BigDecimal step) {
    return now.add(step.multiply(direction)).round(new MathContext(12));
  }

  private static BigDecimal number(String digits) {
    try {
      return new BigDecimal(digits);
    } catch (NumberFormatException e) {
      return BigDecimal.ONE; // several points: as if there were no number
    }
  }

  /** With one digit behind the point at least, so that it is seen to be a weight. */
  private static String plain(BigDecimal weight) {
    BigDecimal shortest = weight.stripTrailingZeros();
    return (shortest.scale() < 1 ? shortest.setScale(1, RoundingMode.UNNECESSARY) : shortest)
        .toPlainString();
  }
}
