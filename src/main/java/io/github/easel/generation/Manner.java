package io.github.easel.generation;

/**
 * How a picture comes of its source, beside the strength.
 *
 * @param noise what the noise laid over the source is multiplied by, 0 to 2; below 1 the result is
 *     smoother, above it has more detail (A1111's "noise multiplier for img2img")
 * @param keepsLuminance whether the result takes the source's lightness and brings only colours
 */
public record Manner(double noise, boolean keepsLuminance) {

  /** Nothing unusual. */
  public static final Manner USUAL = new Manner(1, false);

  private static final int MOST_NOISE = 2;

  public Manner {
    if (!(noise >= 0 && noise <= MOST_NOISE)) {
      throw new RefusedValue(RefusedValue.Kind.NOISE_MULTIPLIER, noise, MOST_NOISE);
    }
  }
}
