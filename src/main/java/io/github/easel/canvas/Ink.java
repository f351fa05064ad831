package io.github.easel.canvas;

/**
 * What becomes of a pixel that is painted on.
 *
 * @param colour 0xRRGGBB; of no account for a mask and an eraser
 * @param erases whether pixels are taken away instead
 */
public record Ink(int colour, boolean erases) {

  /** Takes pixels away, and parts of a mask. */
  public static final Ink ERASER = new Ink(0, true);

  /** Adds to a mask. */
  public static final Ink MASK = new Ink(0, false);

  public Ink {
    colour &= 0xFFFFFF;
  }

  /** The ink of an opaque colour, 0xRRGGBB. */
  public static Ink of(int colour) {
    return new Ink(colour, false);
  }

  /** The pixel with so much ink on it, 0 to 255. */
  int on(int pixel, int share) {
    return erases ? Pixels.faded(pixel, 255 - share) : Pixels.tinted(pixel, colour, share);
  }
}
