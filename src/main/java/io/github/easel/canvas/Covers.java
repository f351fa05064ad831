package io.github.easel.canvas;

import java.util.Arrays;

/** Covers made of others. */
final class Covers {

  private Covers() {}

  /**
   * What a cover covers inside an area.
   *
   * @param cover of which a part is taken
   * @param bounds pixels outside are not covered
   */
  record Bounded(Cover cover, Area bounds) implements Cover {

    @Override
    public Area area() {
      return cover.area().and(bounds);
    }

    @Override
    public void cover(Raster.At at, byte[] shares) {
      cover.cover(at, shares);
      Area tile = at.area();
      Area kept = tile.and(bounds);
      for (int y = tile.y(); y < tile.bottom(); y++) {
        int row = (y - tile.y()) * Tile.SIDE;
        if (y < kept.y() || y >= kept.bottom()) {
          Arrays.fill(shares, row, row + Tile.SIDE, (byte) 0);
        } else {
          Arrays.fill(shares, row, row + kept.x() - tile.x(), (byte) 0);
          Arrays.fill(shares, row + kept.right() - tile.x(), row + Tile.SIDE, (byte) 0);
        }
      }
    }
  }
}
