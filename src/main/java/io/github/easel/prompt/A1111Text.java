package io.github.easel.prompt;

import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.prompt.PromptScript.ExtraNetwork;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes words of other grammars so that A1111's means the same by them.
 *
 * <p>A1111 has no escape for AND, BREAK and tags. The text encoders tell neither capitals from
 * small letters nor {@code <word} from {@code < word}, so these give the same tokens.
 */
public final class A1111Text {

  private static final int DECIMALS = 4;
  private static final Pattern SPECIAL = Pattern.compile("[\\\\()\\[\\]#]");
  private static final Pattern AND = word("AND");
  private static final Pattern BREAK = word("BREAK");
  private static final Pattern TAG = Pattern.compile("<(?=[\\p{L}\\p{Nd}_])");
  private static final Pattern LAST_NUMBER = Pattern.compile(":[\\s\\h]*[+-]?[.\\d]+[\\s\\h]*\\z");

  private A1111Text() {}

  private static Pattern word(String word) {
    return Pattern.compile("(?<![\\p{L}\\p{Nd}_])%s(?![\\p{L}\\p{Nd}_])".formatted(word));
  }

  /**
   * A prompt in A1111's grammar.
   *
   * @param reading how the text is read; A1111's own is left as it is
   */
  public static String of(String text, PromptReading reading) {
    if (reading.syntax() == Syntax.A1111) {
      return text;
    }
    // No other grammar has parts or changes from step to step.
    PromptScript script = PromptParser.parse(text, reading, 1);
    Wording wording = script.parts().get(0).phases().get(0).wording();
    String words =
        ended(
            wording.segments().stream()
                .map(A1111Text::segment)
                .collect(Collectors.joining(" BREAK ")));
    return script.extras().stream().map(ExtraNetwork::toString).reduce(words, String::concat);
  }

  private static String segment(List<WeightedText> runs) {
    return runs.stream()
        .map(run -> weighted(run.text(), run.weight()))
        .collect(Collectors.joining());
  }

  /** Words with a weight, every character of them text. */
  public static String weighted(String text, double weight) {
    return weight == 1 || text.isBlank()
        ? escaped(text)
        : "(" + escaped(text) + ":" + number(weight) + ")";
  }

  /** A finished prompt: a number behind a colon at its end would weigh the prompt as a whole. */
  public static String ended(String text) {
    // Brackets around nothing are no words.
    return LAST_NUMBER.matcher(text).find() ? text + "()" : text;
  }

  private static String escaped(String text) {
    String quiet = AND.matcher(text).replaceAll("and");
    quiet = BREAK.matcher(quiet).replaceAll("break");
    quiet = TAG.matcher(quiet).replaceAll("< ");
    return SPECIAL.matcher(quiet).replaceAll("\\\\$0");
  }

  private static String number(double weight) {
    return new BigDecimal(Double.toString(weight))
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
