package io.github.easel.generation;

import java.util.List;

/**
 * A value that no picture can be made with. The message is English, for the log; the front ends
 * word it from the kind and its details.
 */
public final class RefusedValue extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Which value it is, with what its details are. */
  public enum Kind {
    /** Details: the steps, the most. */
    STEPS("Steps %s: choose a whole number from 1 to %s."),
    /** Details: the guidance, the most. */
    GUIDANCE("Guidance %s: choose a number from 0 to %s."),
    /** Details: eta. */
    ETA("Eta %s: choose a number from 0 to 1."),
    /** Details: the shares. */
    GUIDED_STEPS("Guided steps %s: write two shares of the steps from 0 to 1, such as 0-0.6."),
    /** Details: the number of calls, the most. */
    DEEP_EVERY("Deep layers every %s calls: choose a whole number from 1 to %s."),
    /** Details: the distance, the most. */
    TOKEN_STRIDE("Token stride %s: choose a whole number from 1 to %s."),
    /** A seed below 0. Details: the seed. */
    SEED("Seed %s: choose a number from 0 up."),
    /** A seed that the generator does not take. Details: the seed, the generator, its largest. */
    SEED_OF_GENERATOR(
        "Seed %s: the generator %s takes seeds from 0 to %s; choose another seed or another"
            + " generator."),
    /** Details: the strength. */
    VARIATION_STRENGTH("Variation strength %s: choose a number from 0 to 1."),
    /** The strength of a source. Details: the strength. */
    STRENGTH("Strength %s: choose a number above 0 and up to 1."),
    /** Details: the multiplier, the most. */
    NOISE_MULTIPLIER("Noise multiplier %s: choose a number from 0 to %s."),
    /** Details: the pixels, the most. */
    MASK_GROW("Mask growth %s: choose a whole number of pixels, at most %s either way."),
    /** Details: the pixels, the most. */
    MASK_BLUR("Mask blur %s: choose a number of pixels from 0 to %s."),
    /** Details: the pixels, the most. */
    MASK_PADDING("Mask padding %s: choose a whole number of pixels from 0 to %s."),
    /** How far a picture is extended. Details: the pixels, the most. */
    MARGIN("Margin %s: choose a whole number of pixels from 0 to %s."),
    /** No side is extended. Details: the largest margin, which is 0. */
    NO_MARGIN("Margins of %s at all sides: give one of them 1 pixel or more."),
    /** Details: the pixels, the least, the most. */
    OVERLAP("Overlap %s: choose a whole number of pixels from %s to %s."),
    /** Details: the size, the longest side. */
    EXTENDED_SIZE("The extended picture would have %s pixels: its sides may be up to %s long."),
    /** A mask of which no pixel of the picture is marked by half or more. No details. */
    MASK_EMPTY(
        "The mask marks nothing in the picture: paint what is to change, or turn the mask round."),
    /** Details: the clip skip, the most. */
    CLIP_SKIP("Clip skip %s: choose a whole number from 1 to %s."),
    /** Sides out of range. Details: the size, the factor of both sides, the least, the most. */
    SIZE("Size %s: width and height must be multiples of %s from %s to %s."),
    /** The new word of a training. Details: the word. */
    TEACH_NAME("Name '%s': choose 1 to 60 letters, digits, - and _, without spaces."),
    /** Pictures to learn from. Details: how many, the least, the most. */
    TEACH_PICTURES("Pictures to learn from %s: choose %s to %s."),
    /** A square outside its picture. Details: the square, the picture's size. */
    TEACH_SQUARE("Square %s: it does not lie within a picture of %s."),
    /** Details: the steps, the most. */
    TEACH_STEPS("Training steps %s: choose a whole number from 1 to %s."),
    /** Details: the rate. */
    TEACH_RATE("Learning rate %s: choose a number above 0 and up to 1."),
    /** Details: the weight decay. */
    TEACH_DECAY("Weight decay %s: choose a number from 0 to 1."),
    /** Details: the pictures at once, the most. */
    TEACH_BATCH("Pictures at once %s: choose a whole number from 1 to %s."),
    /** Details: the batches, the most. */
    TEACH_ACCUMULATION("Batches to a step %s: choose a whole number from 1 to %s."),
    /** Details: the steps, the most. */
    TEACH_EVERY("Steps to a checkpoint %s: choose a whole number from 1 to %s."),
    /** Details: the vectors, the most. */
    TEACH_VECTORS("Vectors %s: choose a whole number from 1 to %s."),
    /** Details: the rank, the most. */
    TEACH_RANK("Rank %s: choose a whole number from 1 to %s."),
    /** Details: the alpha. */
    TEACH_ALPHA("Alpha %s: choose a number above 0."),
    /** A text that is no size. Details: the text. */
    SIZE_TEXT("Size '%s': write it as WIDTHxHEIGHT, for example 256x256.");

    private final String english;

    Kind(String english) {
      this.english = english;
    }
  }

  private final Kind kind;

  // List.of makes serializable lists, which from Java 18 on the compiler wants the type to say.
  @SuppressWarnings("serial")
  private final List<String> details;

  /**
   * @param details as the kind says, each as the user would type it
   */
  public RefusedValue(Kind kind, Object... details) {
    super(kind.english.formatted(details));
    this.kind = kind;
    this.details = List.of(details).stream().map(Object::toString).toList();
  }

  /** Which value it is. */
  public Kind kind() {
    return kind;
  }

  /** What the kind's places are filled with. */
  public List<String> details() {
    return details;
  }
}
