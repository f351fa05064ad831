package io.github.easel.metadata;

import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts ComfyUI's prompts into A1111's grammar. ComfyUI knows {@code (x)}, {@code (x:1.2)} and
 * {@code \\(}; brackets are text to it, and so are the words that A1111 writes in capitals.
 *
 * <p>The text encoders do not tell capitals from small letters, so that a small {@code and} gives
 * the same tokens as {@code AND} without its effect.
 */
final class ComfyPrompt {

  private static final PromptReading READING = new PromptReading(Syntax.A1111, Emphasis.NO_NORM, 1);
  private static final Pattern BRACKET = Pattern.compile("\\\\.|[\\[\\]]", Pattern.DOTALL);
  private static final Pattern AND = Pattern.compile("\\bAND\\b");
  private static final Pattern BREAK = Pattern.compile("\\bBREAK\\b");
  private static final Pattern WEIGHT = Pattern.compile("(?<!\\\\)\\(");

  private ComfyPrompt() {}

  static Prompt of(Prompt raw) {
    return new Prompt(text(raw.positive()), text(raw.negative()), READING);
  }

  /** One text in A1111's grammar. */
  static String text(String raw) {
    String quiet = BREAK.matcher(AND.matcher(raw).replaceAll("and")).replaceAll("break");
    return BRACKET
        .matcher(quiet)
        .replaceAll(
            match -> {
              String found = match.group();
              return Matcher.quoteReplacement(found.length() > 1 ? found : "\\" + found);
            });
  }

  /** Whether the text may hold weights. */
  static boolean isWeighted(String text) {
    return WEIGHT.matcher(text).find();
  }
}
