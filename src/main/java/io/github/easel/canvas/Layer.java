package io.github.easel.canvas;

/**
 * One sheet of the canvas.
 *
 * @param id never changes and belongs to no other layer of the canvas
 * @param name what people call it
 * @param kind what it is for
 * @param visible whether it is seen, and counts
 * @param opacity 0 to 1, over all of it
 * @param raster its pixels; a mask's opacity says where to paint anew, its colours nothing
 */
public record Layer(
    String id, String name, Kind kind, boolean visible, double opacity, Raster raster) {

  /** What a layer is for. */
  public enum Kind {
    /** A picture that came from elsewhere or was generated. */
    PICTURE,
    /** What was painted by hand. */
    PAINT,
    /** Where to paint anew. There is exactly one, over all others. */
    MASK
  }

  public Layer {
    if (!(opacity >= 0 && opacity <= 1)) {
      throw new IllegalArgumentException("an opacity of " + opacity);
    }
  }

  /** The same with other pixels. */
  public Layer with(Raster other) {
    return new Layer(id, name, kind, visible, opacity, other);
  }

  /** The same seen or not. */
  public Layer seen(boolean other) {
    return new Layer(id, name, kind, other, opacity, raster);
  }

  /** The same under another name. */
  public Layer named(String other) {
    return new Layer(id, other, kind, visible, opacity, raster);
  }

  /** The same with another opacity. */
  public Layer shining(double other) {
    return new Layer(id, name, kind, visible, other, raster);
  }
}
