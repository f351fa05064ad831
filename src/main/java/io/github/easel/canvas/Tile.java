package io.github.easel.canvas;

/**
 * A square of pixels that never changes, 0xAARRGGBB with colours multiplied by their opacity, so
 * that screens take it as it is. Two states of a layer share the tiles in which they agree, so
 * whoever shows them need look only at tiles that are not the same object.
 */
public final class Tile {

  /** Pixels to a side. */
  public static final int SIDE = 256;

  private final int[] pixels;

  private Tile(int[] pixels) {
    this.pixels = pixels;
  }

  /**
   * A tile that takes the pixels over: the caller must not write to them any more.
   *
   * @param pixels SIDE x SIDE, row by row
   */
  static Tile owning(int[] pixels) {
    if (pixels.length != SIDE * SIDE) {
      throw new IllegalArgumentException(pixels.length + " pixels are no tile");
    }
    return new Tile(pixels);
  }

  /** Copies a part of a row to a place in another array. */
  void copyRow(int column, int row, int count, int[] into, int at) {
    System.arraycopy(pixels, row * SIDE + column, into, at, count);
  }

  /** A copy of its pixels, to be changed. */
  int[] copy() {
    return pixels.clone();
  }

  /** One pixel. */
  int at(int column, int row) {
    return pixels[row * SIDE + column];
  }
}
