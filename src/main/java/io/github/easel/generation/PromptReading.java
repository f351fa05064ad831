package io.github.easel.generation;

/**
 * How the words of a prompt are read.
 *
 * @param syntax the grammar
 * @param emphasis what weights do
 * @param clipSkip layers of the text encoder that are left out at its end, plus one: 1 to 12, as
 *     A1111 counts; 1 uses all
 */
public record PromptReading(Syntax syntax, Emphasis emphasis, int clipSkip) {

  public static final int MOST_CLIP_SKIP = 12;

  /** Grammars. */
  public enum Syntax {
    /** A1111's: (word:1.2), [a:b:0.5], [a|b], AND, BREAK. */
    A1111,
    /** InvokeAI's: word++, (words)1.2. */
    INVOKE,
    /** ComfyUI's: (word), (word:1.2), nothing else. */
    COMFYUI,
    /** None: every character is text. */
    PLAIN
  }

  /** What the weight of a token does to its embedding. */
  public enum Emphasis {
    /** Multiplies, then restores the mean of all embeddings. */
    ORIGINAL,
    /** Multiplies. */
    NO_NORM,
    /** Nothing: weights are read and left out. */
    IGNORE,
    /** Nothing: brackets of weights and BREAK are text. All else of the grammar acts. */
    NONE
  }

  public PromptReading {
    if (clipSkip < 1 || clipSkip > MOST_CLIP_SKIP) {
      throw new IllegalArgumentException(
          "Clip skip %d: choose a whole number from 1 to %d.".formatted(clipSkip, MOST_CLIP_SKIP));
    }
  }

  /** A1111's grammar and emphasis, all layers. */
  public static PromptReading usual() {
    return new PromptReading(Syntax.A1111, Emphasis.ORIGINAL, 1);
  }
}
