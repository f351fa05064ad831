package io.github.easel.pipeline;

import io.github.easel.generation.PixelImage;
import io.github.easel.tensor.FloatTensor;
import java.util.Arrays;

/**
 * A picture put together of decoded tiles, one row of tiles after the other: what is held as
 * numbers is as high as one tile.
 */
final class TiledPixels {

  private static final int COLOURS = 3;

  private final Tiling tiling;
  private final float[] strip;
  private final byte[] rgb;
  private int row;

  /**
   * Begins a picture.
   *
   * @param tiling over its pixels
   */
  TiledPixels(Tiling tiling) {
    this.tiling = tiling;
    strip = new float[COLOURS * tiling.down().length() * tiling.across().total()];
    rgb = new byte[COLOURS * tiling.down().total() * tiling.across().total()];
  }

  /** Adds a tile of the current row, [1, 3, rows, columns]. */
  void add(FloatTensor tile, int column) {
    tiling.add(tile, column, row, strip, tiling.down().start(row), tiling.down().length());
  }

  /** The current row of tiles is complete. */
  void endRow() {
    TiledAxis down = tiling.down();
    boolean last = row + 1 == down.count();
    int top = down.start(row);
    int finished = (last ? down.total() : down.start(row + 1)) - top;
    int width = tiling.across().total();
    for (int colour = 0; colour < COLOURS; colour++) {
      int plane = colour * down.length() * width;
      for (int i = 0; i < finished * width; i++) {
        rgb[COLOURS * (top * width + i) + colour] = ImageDecoder.level(strip[plane + i]);
      }
      int left = (down.length() - finished) * width;
      System.arraycopy(strip, plane + finished * width, strip, plane, left);
      Arrays.fill(strip, plane + left, plane + down.length() * width, 0);
    }
    row++;
  }

  /** The picture, of which every row was ended. */
  PixelImage picture() {
    return PixelImage.of(tiling.across().total(), tiling.down().total(), rgb);
  }
}
