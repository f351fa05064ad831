package io.github.easel.canvas;

/**
 * Which pixels something covers and how much: a shape, or what the wand took. It never changes, and
 * is painted on layers and masks by {@link Raster#painted}.
 */
public interface Cover {

  /** No pixel outside is covered. */
  Area area();

  /**
   * How much of each pixel of a tile is covered.
   *
   * @param at the tile
   * @param shares 256 x 256, row by row, all 0 when called; 255 for a pixel that is wholly covered
   */
  void cover(Raster.At at, byte[] shares);

  /** Both, one behind the other, where the first is kept in the second. */
  default Cover within(Area bounds) {
    return new Covers.Bounded(this, bounds);
  }
}
