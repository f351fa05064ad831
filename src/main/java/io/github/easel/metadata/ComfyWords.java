package io.github.easel.metadata;

import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.prompt.A1111Text;
import java.util.regex.Pattern;

/**
 * Words of ComfyUI and of the programs that are built on it. Its grammar has no word for encodings
 * that were joined, so those are put into A1111's, which has.
 *
 * @param joined whether the text is in A1111's grammar
 */
record ComfyWords(String text, boolean joined) {

  static final ComfyWords NONE = new ComfyWords("", false);

  private static final PromptReading READING = reading(Syntax.COMFYUI);
  private static final Pattern WEIGHT = Pattern.compile("(?<!\\\\)\\(");

  /** Words as they were typed. */
  static ComfyWords typed(String text) {
    return new ComfyWords(text, false);
  }

  /** Both, with a word of A1111's grammar between them. */
  ComfyWords join(String word, ComfyWords other) {
    return new ComfyWords(inA1111() + " " + word + " " + other.inA1111(), true);
  }

  /** A prompt whose two halves are read alike. */
  static Prompt prompt(ComfyWords positive, ComfyWords negative) {
    return positive.joined || negative.joined
        ? new Prompt(positive.inA1111(), negative.inA1111(), reading(Syntax.A1111))
        : new Prompt(positive.text, negative.text, READING);
  }

  /** A prompt as it was typed. */
  static Prompt prompt(String positive, String negative) {
    return prompt(typed(positive), typed(negative));
  }

  /** Whether the text may hold weights. */
  static boolean isWeighted(String text) {
    return WEIGHT.matcher(text).find();
  }

  private String inA1111() {
    return joined ? text : A1111Text.of(text, READING);
  }

  private static PromptReading reading(Syntax syntax) {
    return new PromptReading(syntax, Emphasis.NO_NORM, 1);
  }
}
