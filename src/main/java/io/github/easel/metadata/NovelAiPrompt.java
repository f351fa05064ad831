package io.github.easel.metadata;

import io.github.easel.prompt.A1111Text;
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

  /** The text in A1111's grammar, what is grammar there escaped, weights written out. */
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
    return A1111Text.ended(prompt.out.toString());
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
    out.append(A1111Text.weighted(raw, factor * Math.pow(STEP, braces)));
  }
}
