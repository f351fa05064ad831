package io.github.easel.pipeline;

/**
 * One side of a picture cut into tiles of one length that overlap: where they lie, and how much
 * each counts at every place. At a place the weights of all tiles add up to one; towards the end of
 * a tile that lies within the picture its weight falls to nothing, and the last bit there, which
 * knows least of what is round it, does not count at all. Immutable.
 */
final class TiledAxis {

  /** The share of an overlap, at each of its ends, in which only one tile counts. */
  private static final double MARGIN = 0.25;

  private final int total;
  private final int length;
  private final int overlap;
  private final int[] starts;
  private final float[][] weights;

  private TiledAxis(int total, int length, int overlap, int[] starts) {
    this.total = total;
    this.length = length;
    this.overlap = overlap;
    this.starts = starts;
    weights = new float[starts.length][length];
    float[] sums = new float[total];
    for (int tile = 0; tile < starts.length; tile++) {
      for (int i = 0; i < length; i++) {
        weights[tile][i] = (float) raw(tile, i);
        sums[starts[tile] + i] += weights[tile][i];
      }
    }
    for (int tile = 0; tile < starts.length; tile++) {
      for (int i = 0; i < length; i++) {
        weights[tile][i] /= sums[starts[tile] + i];
      }
    }
  }

  /**
   * Cuts a side.
   *
   * @param total samples in all
   * @param most samples of a tile
   * @param overlap samples that neighbours share at least, fewer than {@code most}
   */
  static TiledAxis of(int total, int most, int overlap) {
    if (total <= most) {
      return new TiledAxis(total, total, overlap, new int[1]);
    }
    int step = most - overlap;
    int count = (total - overlap + step - 1) / step;
    int[] starts = new int[count];
    for (int tile = 0; tile < count; tile++) {
      starts[tile] = Math.round((float) tile * (total - most) / (count - 1));
    }
    return new TiledAxis(total, most, overlap, starts);
  }

  /** The same tiles over samples that are as many times as fine. */
  TiledAxis times(int factor) {
    int[] finer = starts.clone();
    for (int tile = 0; tile < finer.length; tile++) {
      finer[tile] *= factor;
    }
    return new TiledAxis(total * factor, length * factor, overlap * factor, finer);
  }

  private double raw(int tile, int place) {
    double ramp = overlap * (1 - 2 * MARGIN);
    double fromStart = tile == 0 ? 1 : (place + 0.5 - overlap * MARGIN) / ramp;
    double fromEnd =
        tile == starts.length - 1 ? 1 : (length - place - 0.5 - overlap * MARGIN) / ramp;
    return Math.max(0, Math.min(1, Math.min(fromStart, fromEnd)));
  }

  /** How many tiles there are. */
  int count() {
    return starts.length;
  }

  /** The samples of every tile. */
  int length() {
    return length;
  }

  /** Samples in all. */
  int total() {
    return total;
  }

  /** The first sample of a tile. */
  int start(int tile) {
    return starts[tile];
  }

  /** How much a tile counts at a place of it, 0 to 1. */
  float weight(int tile, int place) {
    return weights[tile][place];
  }
}
