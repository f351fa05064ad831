package io.github.easel.generation;

/**
 * How a mask is changed before it is used: turned round, then grown, then blurred.
 *
 * @param inverted whether what the mask keeps is painted anew instead
 * @param grow pixels that its edge is moved outwards, inwards below 0; -256 to 256
 * @param blur the standard deviation of its soft edge in pixels, 0 to 128
 */
public record MaskShape(boolean inverted, int grow, double blur) {

  /** The mask as it is. */
  public static final MaskShape AS_IS = new MaskShape(false, 0, 0);

  private static final int MOST_GROW = 256;
  private static final int MOST_BLUR = 128;

  public MaskShape {
    if (Math.abs(grow) > MOST_GROW) {
      throw new RefusedValue(RefusedValue.Kind.MASK_GROW, grow, MOST_GROW);
    }
    if (!(blur >= 0 && blur <= MOST_BLUR)) {
      throw new RefusedValue(RefusedValue.Kind.MASK_BLUR, blur, MOST_BLUR);
    }
  }
}
