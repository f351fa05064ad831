package io.github.easel.prompt;

import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading.Syntax;

/**
 * Words that give a prompt a style.
 *
 * @param name what it is called
 * @param prompt with {@code {prompt}} in the place of the prompt; without it, it follows the prompt
 *     after a comma
 * @param negative likewise for the negative prompt
 */
public record StylePreset(String name, String prompt, String negative) {

  private static final String PLACE = "{prompt}";

  /**
   * The prompt in this style. Comments are taken out of it first where the grammar has them, lest
   * what follows were part of them.
   */
  public Prompt appliedTo(Prompt words) {
    boolean comments = words.reading().syntax() == Syntax.A1111;
    return new Prompt(
        appliedTo(comments ? Comments.removedFromSource(words.positive()) : words.positive()),
        appliedToNegative(
            comments ? Comments.removedFromSource(words.negative()) : words.negative()),
        words.reading());
  }

  /** The prompt in this style. */
  public String appliedTo(String words) {
    return merged(prompt, words);
  }

  /** The negative prompt in this style. */
  public String appliedToNegative(String words) {
    return merged(negative, words);
  }

  private static String merged(String style, String words) {
    if (style.contains(PLACE)) {
      return style.replace(PLACE, words);
    }
    String before = words.strip();
    String after = style.strip();
    return before.isEmpty() || after.isEmpty() ? before + after : before + ", " + after;
  }
}
