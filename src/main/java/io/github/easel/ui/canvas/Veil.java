package io.github.easel.ui.canvas;

/**
 * How the mask is shown over the pictures.
 *
 * @param colour 0xRRGGBB
 * @param opacity where the mask is full, 0 to 1
 */
record Veil(int colour, double opacity) {

  /** A red that few pictures have, light enough to see through. */
  static final Veil USUAL = new Veil(0xE0245E, 0.5);
}
