package io.github.easel.metadata;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts NovelAI's prompts into A1111's grammar: {@code {x}} weighs 1.05 times as much, {@code [x]}
 * as much less, {@code 1.5::x::} 1.5 times as much; brackets that stay open end with the text.
 *
 * <pre>
 * text   = *( "{" / "}" / "[" / "]" / number "::" / "::" / other )
 * number = [ "-" ] digits [ "." digits ]
 * </pre>
 */
final class NovelAiPrompt {

  private static final double STEP = 1.05;
  private static final int MOST_DEPTH = 100;
  private static final Pattern MARK =
      Pattern.compile("[{}\\[\\]]|(?<![\\w.-])(-?\\d{1,4}(?:\\.\\d{0,6})?)::|::");

  private final StringBuilder out = new StringBuilder();
  private int braces;
  private double factor = 1;
  private boolean weighed;

  private NovelAiPrompt() {}

  /** The text in A1111's grammar, its parentheses escaped, weights written out. */
  static String translate(String text) {
    NovelAiPrompt prompt = new NovelAiPrompt();
    Matcher mark = MARK.matcher(text);
    int from = 0;
    while (mark.find()) {
      prompt.text(text.substring(from, mark.start()));
      prompt.mark(mark);
      from = mark.end();
    }
    prompt.text(text.substring(from));
    return prompt.out.toString();
  }

  private void mark(Matcher mark) {
    switch (mark.group()) {
      case "{", "]" -> braces = Math.min(braces + 1, MOST_DEPTH);
      case "}", "[" -> braces = Math.max(braces - 1, -MOST_DEPTH);
      case "::" -> {
        if (weighed) {
          weigh(1, false);
        } else {
          text("::");
        }
      }
      default -> weigh(Double.parseDouble(mark.group(1)), true);
    }
  }

  private void weigh(double number, boolean open) {
    factor = number;
    weighed = open;
  }

  private void text(String raw) {
    if (raw.isEmpty()) {
      return;
    }
    String escaped = raw.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    double weight = factor * Math.pow(STEP, braces);
    if (weight == 1 || raw.isBlank()) {
      out.append(escaped);
    } else {
      String number =
          new BigDecimal(Double.toString(weight))
              .setScale(4, RoundingMode.HALF_EVEN)
              .stripTrailingZeros()
              .toPlainString();
      out.append('(').append(escaped).append(':').append(number).append(')');
    }
  }
}
