package io.github.easel.pipeline;

import io.github.easel.runtime.MemoryPlan;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;

/**
 * How the autoencoder takes a picture too large to be taken at once: in tiles of equal size,
 * blended where they overlap, so that the memory it needs stays that of one tile.
 */
record Tiling(TiledAxis across, TiledAxis down) {

  /** Cells that neighbours share at least. */
  static final int OVERLAP = 16;

  /** The tiling of latents of this size, in cells. */
  static Tiling of(MemoryPlan plan, int width, int height) {
    int side = plan.tileSide();
    return new Tiling(TiledAxis.of(width, side, OVERLAP), TiledAxis.of(height, side, OVERLAP));
  }

  /** Whether a picture of so many cells is taken in tiles. */
  static boolean needed(MemoryPlan plan, long width, long height) {
    return width * height > plan.mostWhole();
  }

  /** The same tiles over samples that are as many times as fine. */
  Tiling times(int factor) {
    return new Tiling(across.times(factor), down.times(factor));
  }

  /** A tile's values, [1, channels, rows, columns]. */
  FloatTensor cut(FloatTensor whole, int column, int row) {
    Shape shape = whole.shape();
    int channels = (int) shape.axis(1);
    FloatTensor tile = FloatTensor.zeros(Shape.of(1, channels, down.length(), across.length()));
    for (int channel = 0; channel < channels; channel++) {
      for (int y = 0; y < down.length(); y++) {
        int from = (channel * down.total() + down.start(row) + y) * across.total();
        tile.copy(
            (channel * down.length() + y) * across.length(),
            whole,
            from + across.start(column),
            across.length());
      }
    }
    return tile;
  }

  /**
   * Adds a tile's values, by its weights, to sums.
   *
   * @param tile [1, channels, rows, columns]
   * @param sums channels planes of all columns
   * @param top the row of the picture that the planes begin with
   * @param rows of each plane
   */
  void add(FloatTensor tile, int column, int row, float[] sums, int top, int rows) {
    int channels = (int) tile.shape().axis(1);
    float[] values = tile.toArray();
    int at = 0;
    for (int channel = 0; channel < channels; channel++) {
      for (int y = 0; y < down.length(); y++) {
        float high = down.weight(row, y);
        int line = (channel * rows + down.start(row) + y - top) * across.total();
        for (int x = 0; x < across.length(); x++) {
          sums[line + across.start(column) + x] += high * across.weight(column, x) * values[at++];
        }
      }
    }
  }
}
