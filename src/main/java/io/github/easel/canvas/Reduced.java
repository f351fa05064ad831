package io.github.easel.canvas;

/** A canvas seen from far: each pixel is the mean of a square of its pixels. */
final class Reduced {

  private static final int CHANNELS = 4;

  private final Area area;
  private final int factor;
  private final long[] sums;

  private Reduced(Area area, int factor) {
    this.area = area;
    this.factor = factor;
    this.sums = new long[width() * height() * CHANNELS];
  }

  /** The area reduced by a whole number, so that no side is longer than that many pixels. */
  static Reduced of(Canvas canvas, Area area, int most) {
    int longer = Math.max(area.width(), area.height());
    Reduced reduced = new Reduced(area, (longer + most - 1) / most);
    int[] tile = new int[Tile.SIDE * Tile.SIDE];
    Raster.eachTile(
        area,
        at -> {
          Compositor.tile(canvas, at, tile);
          reduced.add(at.area(), tile);
        });
    return reduced;
  }

  int width() {
    return (area.width() + factor - 1) / factor;
  }

  int height() {
    return (area.height() + factor - 1) / factor;
  }

  private void add(Area tile, int[] pixels) {
    Area shared = area.and(tile);
    for (int y = shared.y(); y < shared.bottom(); y++) {
      int row = (y - area.y()) / factor * width();
      for (int x = shared.x(); x < shared.right(); x++) {
        int pixel = pixels[(y - tile.y()) * Tile.SIDE + x - tile.x()];
        int at = CHANNELS * (row + (x - area.x()) / factor);
        for (int channel = 0; channel < CHANNELS; channel++) {
          sums[at + channel] += pixel >>> 8 * channel & 255;
        }
      }
    }
  }

  /** One row, colours not multiplied. */
  void straightRow(int y, int[] row) {
    long high = Math.min(factor, area.height() - (long) y * factor);
    for (int x = 0; x < row.length; x++) {
      long count = high * Math.min(factor, area.width() - (long) x * factor);
      int pixel = 0;
      for (int channel = 0; channel < CHANNELS; channel++) {
        long mean = (sums[CHANNELS * (y * row.length + x) + channel] + count / 2) / count;
        pixel |= (int) mean << 8 * channel;
      }
      row[x] = Pixels.straight(pixel);
    }
  }
}
