package io.github.easel.prompt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand before the options of a choice: {@code 2$$}, {@code 1-3$$}, {@code 2-$$}, {@code
 * -3$$}, each with a separator behind it, {@code 2$$ and $$}.
 *
 * @param length how many characters it takes
 * @param least how many options are taken, at least
 * @param most at most; not less than {@code least}
 */
record ChoicePrefix(int length, int least, int most, String separator) {

  /** Taken where nothing is said. */
  static final String COMMA = ", ";

  /** No choice takes more options than this. */
  static final int MOST = 100;

  private static final String END = "$$";
  private static final Pattern COUNT = Pattern.compile("\\s{0,9}(\\d{0,9})(-?)(\\d{0,9})\\$\\$");
  private static final Pattern WEIGHT = Pattern.compile("\\s{0,9}(\\d{0,9}\\.?\\d{1,9})::");

  /** The prefix of a choice whose first words are these; one option if there is none. */
  static ChoicePrefix of(String words) {
    Matcher matcher = COUNT.matcher(words);
    if (!matcher.lookingAt() || (matcher.group(1) + matcher.group(3)).isEmpty()) {
      return new ChoicePrefix(0, 1, 1, COMMA);
    }
    boolean range = !matcher.group(2).isEmpty();
    int first = number(matcher.group(1), 0);
    int second = range ? number(matcher.group(3), MOST) : first;
    int end = matcher.end();
    int separatorEnd = words.indexOf(END, end);
    String separator = separatorEnd < 0 ? COMMA : words.substring(end, separatorEnd);
    int length = separatorEnd < 0 ? end : separatorEnd + END.length();
    return new ChoicePrefix(length, Math.min(first, second), Math.max(first, second), separator);
  }

  /** Where the weight of an option ends, {@code 0.5::}; 0 if it has none. */
  static int weightEnd(String words) {
    Matcher matcher = WEIGHT.matcher(words);
    return matcher.lookingAt() ? matcher.end() : 0;
  }

  /** The weight of an option; 1 if it has none. */
  static double weight(String words) {
    Matcher matcher = WEIGHT.matcher(words);
    return matcher.lookingAt() ? Double.parseDouble(matcher.group(1)) : 1;
  }

  private static int number(String digits, int absent) {
    return digits.isEmpty() ? absent : Math.min(MOST, Integer.parseInt(digits));
  }
}
