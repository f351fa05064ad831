package io.github.easel.generation;

import java.util.Optional;

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
    PLAIN;

    /** The name as people type it. */
    public String label() {
      return Names.label(this);
    }

    /** The grammar of that name, whatever its case and spacing. */
    public static Optional<Syntax> find(String name) {
      return Names.find(Syntax.values(), name);
    }
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
    NONE;

    /** The name as people type it. */
    public String label() {
      return Names.label(this);
    }

    /** The emphasis of that name, whatever its case and spacing. */
    public static Optional<Emphasis> find(String name) {
      return Names.find(Emphasis.values(), name);
    }
  }

  public PromptReading {
    if (clipSkip < 1 || clipSkip > MOST_CLIP_SKIP) {
      throw new RefusedValue(RefusedValue.Kind.CLIP_SKIP, clipSkip, MOST_CLIP_SKIP);
    }
  }

  /** A1111's grammar and emphasis, all layers. */
  public static PromptReading usual() {
    return new PromptReading(Syntax.A1111, Emphasis.ORIGINAL, 1);
  }
}
