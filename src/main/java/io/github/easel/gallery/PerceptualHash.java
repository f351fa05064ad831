package io.github.easel.gallery;

import io.github.easel.generation.PixelImage;
import java.util.Arrays;

/**
 * A picture's coarse structure in 64 bits, which scaling, compression and a change of brightness
 * leave nearly alone: the signs of its lowest frequencies against their median. The method is the
 * "DCT based image hash" of Zauner 2010, "Implementation and Benchmarking of Perceptual Image Hash
 * Functions", section 3.2.1, known as pHash: grey values averaged to {@value #SIDE} x {@value
 * #SIDE}, their discrete cosine transform (DCT-II), and of that the lowest frequencies without the
 * mean. Two departures: the frequencies are taken by the order of JPEG's zigzag, so that the purely
 * horizontal and vertical ones count too, and a frequency that hardly occurs in a picture never
 * sets its bit, so that noise decides nothing.
 */
public final class PerceptualHash {

  /** How many bits a hash has. */
  public static final int BITS = Long.SIZE;

  private static final int SIDE = 32;

  /** Diagonals of the transform that hold the lowest frequencies. */
  private static final int DIAGONALS = 11;

  /**
   * What a coefficient must be beyond the median: a wave of half a grey value, whose coefficient in
   * the orthonormal transform is its amplitude times half the side.
   */
  private static final double FAINT = 0.5 * SIDE / 2;

  private static final int LEAST_SET = 6;

  private static final double[][] COSINES = cosines();

  private PerceptualHash() {}

  /** The hash; of pictures with little structure it has few bits set ({@link #tells}). */
  public static long of(PixelImage image) {
    double[] coefficients = lowest(averaged(image));
    double[] sorted = coefficients.clone();
    Arrays.sort(sorted);
    double median = (sorted[BITS / 2 - 1] + sorted[BITS / 2]) / 2;
    long hash = 0;
    for (int i = 0; i < BITS; i++) {
      if (coefficients[i] > median + FAINT) {
        hash |= 1L << i;
      }
    }
    return hash;
  }

  /**
   * Whether the hash says enough of its picture to be compared: those of plain colours and of
   * gradients are all alike, whatever their colours are.
   */
  public static boolean tells(long hash) {
    return Long.bitCount(hash) >= LEAST_SET;
  }

  /** In how many bits two hashes differ, 0 to 64. */
  public static int distance(long one, long other) {
    return Long.bitCount(one ^ other);
  }

  /** The share of bits in which two hashes are equal, 0 to 1. */
  public static double likeness(long one, long other) {
    return 1 - distance(one, other) / (double) BITS;
  }

  /** Mean grey values (luma of ITU-R BT.601) of the cells of a grid over the picture, by rows. */
  private static double[][] averaged(PixelImage image) {
    int width = image.width();
    int height = image.height();
    byte[] rgb = image.rgb();
    double[][] cells = new double[SIDE][SIDE];
    double[] row = new double[SIDE];
    double across = (double) width / SIDE;
    double down = (double) height / SIDE;
    for (int y = 0; y < height; y++) {
      averageRow(rgb, 3 * y * width, width, across, row);
      int last = Math.min(SIDE - 1, (int) Math.ceil((y + 1) / down) - 1);
      for (int cell = (int) (y / down); cell <= last; cell++) {
        double share = Math.min(y + 1, (cell + 1) * down) - Math.max(y, cell * down);
        for (int x = 0; x < SIDE; x++) {
          cells[cell][x] += row[x] * share / down;
        }
      }
    }
    return cells;
  }

  private static void averageRow(byte[] rgb, int start, int width, double across, double[] row) {
    for (int cell = 0; cell < SIDE; cell++) {
      double from = cell * across;
      double to = (cell + 1) * across;
      int end = Math.min(width, (int) Math.ceil(to));
      double sum = 0;
      for (int x = (int) from; x < end; x++) {
        sum += luma(rgb, start + 3 * x) * (Math.min(x + 1, to) - Math.max(x, from));
      }
      row[cell] = sum / across;
    }
  }

  private static double luma(byte[] rgb, int at) {
    return 0.299 * (rgb[at] & 255) + 0.587 * (rgb[at + 1] & 255) + 0.114 * (rgb[at + 2] & 255);
  }

  /** The 64 lowest frequencies of the transform without the mean, diagonal by diagonal. */
  private static double[] lowest(double[][] cells) {
    double[][] across = new double[SIDE][DIAGONALS];
    for (int y = 0; y < SIDE; y++) {
      for (int u = 0; u < DIAGONALS; u++) {
        across[y][u] = product(cells[y], COSINES[u]);
      }
    }
    double[] found = new double[BITS];
    double[] column = new double[SIDE];
    int count = 0;
    for (int diagonal = 1; diagonal < DIAGONALS; diagonal++) {
      for (int u = 0; u <= diagonal && count < BITS; u++) {
        for (int y = 0; y < SIDE; y++) {
          column[y] = across[y][u];
        }
        found[count] = product(column, COSINES[diagonal - u]);
        count++;
      }
    }
    return found;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < SIDE; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static double[][] cosines() {
    double[][] cosines = new double[DIAGONALS][SIDE];
    for (int u = 0; u < DIAGONALS; u++) {
      double scale = Math.sqrt((u == 0 ? 1.0 : 2.0) / SIDE);
      for (int x = 0; x < SIDE; x++) {
        cosines[u][x] = scale * Math.cos(Math.PI * u * (2 * x + 1) / (2 * SIDE));
      }
    }
    return cosines;
  }
}
