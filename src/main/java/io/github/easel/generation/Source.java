package io.github.easel.generation;

import java.util.Optional;

/**
 * A picture to begin with instead of pure noise (img2img; Meng et al. 2022, "SDEdit").
 *
 * @param image its pixels, of any size
 * @param name what people call it, such as its file's name; may be empty
 * @param strength the share of the steps that are drawn, above 0 to 1: little leaves the source
 *     nearly as it is, 1 keeps next to nothing of it
 * @param fit how it is brought to the picture's size
 * @param manner what else decides how the picture comes of it
 * @param repaint the part that is painted anew; nothing when all of it is
 */
public record Source(
    PixelImage image,
    String name,
    double strength,
    Fit fit,
    Manner manner,
    Optional<Repaint> repaint) {

  public Source {
    if (!(strength > 0 && strength <= 1)) {
      throw new RefusedValue(RefusedValue.Kind.STRENGTH, strength);
    }
  }

  /** A source that all of the picture comes of, in the usual manner. */
  public Source(PixelImage image, String name, double strength, Fit fit) {
    this(image, name, strength, fit, Manner.USUAL, Optional.empty());
  }

  /**
   * How many of a picture's steps are drawn: strength x steps, rounded down as in diffusers, but
   * one at least as in A1111, since no step at all would draw nothing.
   */
  public int drawnSteps(int steps) {
    return Math.max(1, Math.min(steps, (int) (steps * strength)));
  }

  /** The same with another strength. */
  public Source withStrength(double other) {
    return new Source(image, name, other, fit, manner, repaint);
  }

  /** The same in another manner. */
  public Source in(Manner other) {
    return new Source(image, name, strength, fit, other, repaint);
  }

  /** The same with another part, or none, that is painted anew. */
  public Source withRepaint(Optional<Repaint> other) {
    return new Source(image, name, strength, fit, manner, other);
  }
}
