package io.github.easel.canvas;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A square of pixels that never changes, 0xAARRGGBB with colours multiplied by their opacity, so
 * that screens take it as it is. Two states of a layer share the tiles in which they agree, so
 * whoever shows them need look only at tiles that are not the same object.
 *
 * <p>A tile that is on the disk may let go of its pixels; asked for one, it reads them again.
 */
public final class Tile {

  /** Pixels to a side. */
  public static final int SIDE = 256;

  /** Where the pixels are when they are not in memory. */
  interface Home {

    /** Reads SIDE x SIDE pixels. */
    int[] read();
  }

  private volatile int @Nullable [] pixels;
  private volatile @Nullable Home home;
  private volatile byte opacity;

  private Tile(int @Nullable [] pixels, @Nullable Home home) {
    this.pixels = pixels;
    this.home = home;
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
    return new Tile(pixels, null);
  }

  /** A tile whose pixels are read when they are first asked for. */
  static Tile at(Home home) {
    return new Tile(null, home);
  }

  /** Its pixels, which must not be written to. */
  int[] pixels() {
    int[] known = pixels;
    if (known == null) {
      Home from = home;
      if (from == null) {
        throw new IllegalStateException("a tile without pixels");
      }
      known = from.read();
      pixels = known;
    }
    return known;
  }

  /** Where it is on the disk, if it is. */
  @Nullable Home home() {
    return home;
  }

  /** From now on the same pixels can be read there. */
  void settle(Home place) {
    home = place;
  }

  /** Lets go of its pixels if they can be read again. */
  void rest() {
    if (home != null) {
      pixels = null;
    }
  }

  /** Whether its pixels are in memory. */
  boolean awake() {
    return pixels != null;
  }

  /** Whether no pixel shines through. */
  boolean opaque() {
    byte known = opacity;
    if (known == 0) {
      known = 1;
      for (int pixel : pixels()) {
        if (pixel >>> 24 != 255) {
          known = -1;
          break;
        }
      }
      opacity = known;
    }
    return known > 0;
  }

  /** The least area that holds all pixels that are not clear, from the tile's corner. */
  Area painted() {
    int[] all = pixels();
    int left = SIDE;
    int right = 0;
    int top = SIDE;
    int bottom = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] != 0) {
        left = Math.min(left, i % SIDE);
        right = Math.max(right, i % SIDE + 1);
        top = Math.min(top, i / SIDE);
        bottom = i / SIDE + 1;
      }
    }
    return Area.between(left, top, right, bottom);
  }

  /** The least area that holds all pixels that are not the same, from the tile's corner. */
  Area differences(Tile other) {
    int[] one = pixels();
    int[] two = other.pixels();
    Area all = Area.NONE;
    for (int row = 0; row < SIDE; row++) {
      int start = row * SIDE;
      int left = Arrays.mismatch(one, start, start + SIDE, two, start, start + SIDE);
      if (left >= 0) {
        int right = SIDE - 1;
        while (one[start + right] == two[start + right]) {
          right--;
        }
        all = all.or(new Area(left, row, right + 1 - left, 1));
      }
    }
    return all;
  }

  /** Copies a part of a row to a place in another array. */
  void copyRow(int column, int row, int count, int[] into, int at) {
    System.arraycopy(pixels(), row * SIDE + column, into, at, count);
  }

  /** A copy of its pixels, to be changed. */
  int[] copy() {
    return pixels().clone();
  }

  /** One pixel. */
  int at(int column, int row) {
    return pixels()[row * SIDE + column];
  }
}
