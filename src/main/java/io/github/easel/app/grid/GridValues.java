package io.github.easel.app.grid;

import io.github.easel.generation.PlainNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values of an axis, as A1111's script takes them.
 *
 * <pre>
 * values = value *( "," value )
 * value  = text / '"' text with "" for quotes '"' / range, where the field holds numbers
 * range  = from "-" to [ "(" step ")" / "[" count "]" ]
 * </pre>
 *
 * A range holds both its ends; with a count, so many numbers evenly spread.
 */
final class GridValues {

  /** More values than anybody looks at, and far fewer than memory holds. */
  static final int MOST = 1000;

  private static final String NUMBER = "([+-]?(?:\\d{1,19}(?:\\.\\d{0,9})?|\\.\\d{1,9}))";
  private static final Pattern RANGE =
      Pattern.compile(
          NUMBER + "\\s*-\\s*" + NUMBER + "\\s*(?:\\(" + NUMBER + "\\)|\\[(\\d{1,9})])?");
  private static final Pattern PLAIN = Pattern.compile(NUMBER);

  private final GridField field;
  private final List<String> values = new ArrayList<>();

  private GridValues(GridField field) {
    this.field = field;
  }

  /**
   * The values in order.
   *
   * @throws GridProblem if a value is no number where there must be one, or there are none or too
   *     many
   */
  static List<String> read(GridField field, String text) {
    GridValues read = new GridValues(field);
    for (String value : split(text)) {
      read.add(value);
    }
    if (read.values.isEmpty()) {
      throw new GridProblem(GridProblem.Kind.NO_VALUES, field.key());
    }
    read.checkCount(read.values.size());
    return List.copyOf(read.values);
  }

  private void add(String value) {
    boolean whole = field.kind() == GridField.Kind.WHOLE;
    if (!whole && field.kind() != GridField.Kind.REAL) {
      values.add(value);
      return;
    }
    Matcher range = RANGE.matcher(value);
    if (range.matches()) {
      addRange(range);
    } else if (PLAIN.matcher(value).matches()) {
      values.add(PlainNumber.of(number(value)));
    } else {
      throw new GridProblem(GridProblem.Kind.NO_NUMBER, field.key(), value);
    }
  }

  private void addRange(Matcher range) {
    BigDecimal from = number(range.group(1));
    BigDecimal to = number(range.group(2));
    if (range.group(4) != null) {
      addSpread(from, to, Integer.parseInt(range.group(4)));
      return;
    }
    BigDecimal step =
        range.group(3) == null
            ? BigDecimal.valueOf(to.compareTo(from) < 0 ? -1 : 1)
            : number(range.group(3));
    BigDecimal way = to.subtract(from);
    if (step.signum() == 0 || way.signum() * step.signum() < 0) {
      throw new GridProblem(GridProblem.Kind.NO_VALUES, field.key());
    }
    BigDecimal steps = way.divide(step, 0, RoundingMode.DOWN);
    checkCount(steps.compareTo(BigDecimal.valueOf(MOST)) > 0 ? Long.MAX_VALUE : steps.longValue());
    for (long i = 0; i <= steps.longValue(); i++) {
      values.add(PlainNumber.of(from.add(step.multiply(BigDecimal.valueOf(i)))));
    }
  }

  private void addSpread(BigDecimal from, BigDecimal to, int count) {
    checkCount(count);
    BigDecimal parts = BigDecimal.valueOf(Math.max(1, count - 1L));
    for (int i = 0; i < count; i++) {
      BigDecimal way = to.subtract(from).multiply(BigDecimal.valueOf(i));
      BigDecimal value = from.add(way.divide(parts, 12, RoundingMode.HALF_EVEN));
      int digits = field.kind() == GridField.Kind.WHOLE ? 0 : 8;
      RoundingMode mode = digits == 0 ? RoundingMode.DOWN : RoundingMode.HALF_EVEN;
      values.add(PlainNumber.of(value.setScale(digits, mode)));
    }
  }

  private void checkCount(long count) {
    if (count > MOST) {
      String shown = count == Long.MAX_VALUE ? ">" + MOST : Long.toString(count);
      throw new GridProblem(
          GridProblem.Kind.TOO_MANY_VALUES, field.key(), shown, Integer.toString(MOST));
    }
  }

  private BigDecimal number(String text) {
    BigDecimal number = new BigDecimal(text);
    if (field.kind() == GridField.Kind.WHOLE && number.stripTrailingZeros().scale() > 0) {
      throw new GridProblem(GridProblem.Kind.NO_NUMBER, field.key(), text);
    }
    return number;
  }

  /** A part as {@link #split} gives it back. */
  static String quote(String part) {
    boolean plain = !part.isBlank() && part.indexOf(',') < 0 && part.indexOf('"') < 0;
    return plain ? part : '"' + part.replace("\"", "\"\"") + '"';
  }

  /** The parts between commas, spaces around them cut off; parts without any text are left out. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    for (int i = 0; i <= text.length(); i++) {
      boolean end = i == text.length();
      char character = end ? ',' : text.charAt(i);
      if (character == '"' && (quoted || part.toString().isBlank())) {
        boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (doubled) {
          part.append('"');
          i++;
        } else {
          quoted = !quoted;
          wasQuoted = true;
        }
      } else if (character == ',' && (!quoted || end)) {
        if (wasQuoted || !part.toString().isBlank()) {
          parts.add(part.toString().strip());
        }
        part.setLength(0);
        wasQuoted = false;
      } else {
        part.append(character);
      }
    }
    if (quoted) {
      throw new GridProblem(GridProblem.Kind.OPEN_QUOTES, text);
    }
    return parts;
  }
}
