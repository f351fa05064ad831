package io.github.easel.canvas;

/**
 * A round spot with a soft edge.
 *
 * @param x its middle in pixels; the middle of a pixel is at one half
 * @param y likewise
 * @param radius pixels
 * @param hardness the part of the radius that is covered fully, 0 to 1
 */
record Stamp(double x, double y, double radius, double hardness) {

  /** The width of the sharpest edge in pixels, so that it has no stairs. */
  private static final double EDGE = 1;

  /** All pixels that it may touch. */
  Area area() {
    double reach = radius + EDGE / 2;
    return Area.between(
        (int) Math.floor(clip(x - reach)),
        (int) Math.floor(clip(y - reach)),
        (int) Math.ceil(clip(x + reach)),
        (int) Math.ceil(clip(y + reach)));
  }

  private static double clip(double value) {
    return Math.max(-Limits.MOST_SIDE, Math.min(Limits.MOST_SIDE, value));
  }

  /**
   * Lays the spot over what a tile is covered by.
   *
   * @param tile the tile's pixels
   * @param part of it that is looked at
   * @param shares of the tile's pixels, 0 to 1
   * @param flow how much of the spot is laid, above 0 to 1
   */
  void lay(Area tile, Area part, float[] shares, float flow) {
    double outer = radius + EDGE / 2;
    double inner = Math.min(radius * hardness, radius - EDGE / 2);
    for (int row = part.y(); row < part.bottom(); row++) {
      double down = row + 0.5 - y;
      int at = (row - tile.y()) * Tile.SIDE + part.x() - tile.x();
      for (int column = part.x(); column < part.right(); column++, at++) {
        double right = column + 0.5 - x;
        double square = right * right + down * down;
        if (square >= outer * outer) {
          continue;
        }
        float share = flow;
        if (inner < 0 || square > inner * inner) {
          share *= (float) fall((outer - Math.sqrt(square)) / (outer - inner));
        }
        // at full flow a soft edge stays as soft however many stamps lie on it
        shares[at] =
            flow == 1 ? Math.max(shares[at], share) : shares[at] + (1 - shares[at]) * share;
      }
    }
  }

  /** From the outside, 0, to the inside, 1: a cosine where there is room for it. */
  private double fall(double part) {
    if (part >= 1) {
      return 1;
    }
    return hardness < 1 ? part * part * (3 - 2 * part) : part;
  }
}
