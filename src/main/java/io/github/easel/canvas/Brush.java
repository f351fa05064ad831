package io.github.easel.canvas;

/**
 * What strokes are painted with.
 *
 * @param size the diameter in pixels at full pressure, 1 to 1000
 * @param hardness the part of the radius that is covered fully, 0 to 1; at 1 the edge is sharp
 * @param opacity the most that a stroke covers however often it crosses itself, 0 to 1
 * @param flow how much of it one stamp gives, above 0 to 1; below 1 a stroke grows where it dwells
 * @param ink the colour, or the eraser
 */
public record Brush(double size, double hardness, double opacity, double flow, Ink ink) {

  /** The largest diameter in pixels. */
  public static final double LARGEST = 1000;

  public Brush {
    if (!(size >= 1 && size <= LARGEST)) {
      throw new IllegalArgumentException("a brush of " + size + " pixels");
    }
    if (!(hardness >= 0 && hardness <= 1)) {
      throw new IllegalArgumentException("a hardness of " + hardness);
    }
    if (!(opacity >= 0 && opacity <= 1)) {
      throw new IllegalArgumentException("an opacity of " + opacity);
    }
    if (!(flow > 0 && flow <= 1)) {
      throw new IllegalArgumentException("a flow of " + flow);
    }
  }

  /** A brush of full opacity and flow. */
  public static Brush of(double size, double hardness, Ink ink) {
    return new Brush(size, hardness, 1, 1, ink);
  }

  /** The same of another size. */
  public Brush sized(double other) {
    return new Brush(other, hardness, opacity, flow, ink);
  }

  /** The same with other ink. */
  public Brush with(Ink other) {
    return new Brush(size, hardness, opacity, flow, other);
  }
}
