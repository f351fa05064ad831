package io.github.easel.canvas;

import java.util.BitSet;
import java.util.Map;

/** Single pixels, each covered or not. */
final class Selection implements Cover {

  private final Map<Raster.At, BitSet> pixels;
  private final Area area;

  /**
   * @param pixels of each tile that holds some, row by row
   * @param bounds no pixel lies outside
   */
  Selection(Map<Raster.At, BitSet> pixels, Area bounds) {
    this.pixels = Map.copyOf(pixels);
    this.area =
        pixels.keySet().stream().map(Raster.At::area).reduce(Area.NONE, Area::or).and(bounds);
  }

  @Override
  public Area area() {
    return area;
  }

  @Override
  public void cover(Raster.At at, byte[] shares) {
    BitSet covered = pixels.get(at);
    if (covered != null) {
      covered.stream().forEach(index -> shares[index] = (byte) 255);
    }
  }
}
