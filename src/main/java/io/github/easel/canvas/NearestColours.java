package io.github.easel.canvas;

import java.util.Arrays;

/**
 * Gives what is clear the colour of the nearest pixel that is opaque. Distances are carried from
 * neighbour to neighbour in two sweeps (Danielsson 1980, "Euclidean Distance Mapping", 8SED), which
 * is right but for a few pixels that lie nearly as far from two others.
 */
final class NearestColours {

  private static final int NOWHERE = -1;

  private final int[] pixels;
  private final int width;
  private final int height;

  /** The index of the nearest opaque pixel of each. */
  private final int[] nearest;

  private NearestColours(int[] pixels, int width, int height) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
    this.nearest = new int[pixels.length];
  }

  /**
   * Makes all pixels opaque.
   *
   * @param pixels row by row, 0xAARRGGBB multiplied by opacity; those that shine through are laid
   *     over the nearest opaque colour, and over white if there is none
   */
  static void fill(int[] pixels, int width, int height) {
    new NearestColours(pixels, width, height).fill();
  }

  private void fill() {
    // where nothing is quite opaque, what there is must do
    int least = Arrays.stream(pixels).anyMatch(pixel -> pixel >>> 24 == 255) ? 255 : 1;
    for (int i = 0; i < pixels.length; i++) {
      nearest[i] = pixels[i] >>> 24 >= least ? i : NOWHERE;
    }
    for (int y = 0; y < height; y++) {
      sweep(y, -1);
    }
    for (int y = height - 1; y >= 0; y--) {
      sweep(y, 1);
    }
    int[] colours = pixels.clone();
    for (int i = 0; i < pixels.length; i++) {
      if (pixels[i] >>> 24 != 255) {
        int below =
            nearest[i] == NOWHERE ? 0xFFFFFFFF : 0xFF000000 | Pixels.straight(colours[nearest[i]]);
        pixels[i] = Pixels.over(colours[i], below);
      }
    }
  }

  /** One row: from the row before (above or below), then to the right, then to the left. */
  private void sweep(int y, int before) {
    for (int x = 0; x < width; x++) {
      for (int side = -1; side <= 1; side++) {
        offer(x, y, x + side, y + before);
      }
      offer(x, y, x - 1, y);
    }
    for (int x = width - 1; x >= 0; x--) {
      offer(x, y, x + 1, y);
    }
  }

  private void offer(int x, int y, int fromX, int fromY) {
    if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) {
      return;
    }
    int offered = nearest[fromY * width + fromX];
    int at = y * width + x;
    if (offered != NOWHERE
        && (nearest[at] == NOWHERE || square(x, y, offered) < square(x, y, nearest[at]))) {
      nearest[at] = offered;
    }
  }

  private long square(int x, int y, int other) {
    long right = other % width - x;
    long down = other / width - y;
    return right * right + down * down;
  }
}
