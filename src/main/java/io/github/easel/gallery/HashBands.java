package io.github.easel.gallery;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds the hashes near to one without comparing it with all: multi-index hashing of Norouzi,
 * Punjani and Fleet 2012, "Fast search in Hamming space with multi-index hashing". The 64 bits are
 * cut into {@value #BANDS} bands of {@value #WIDTH}. Of two hashes that differ in at most r = 4 q +
 * a bits, either one of the first a + 1 bands differs in at most q bits, or one of the others in at
 * most q - 1; so only the hashes with such a band are looked at.
 */
final class HashBands {

  private static final int BANDS = 4;
  private static final int WIDTH = Long.SIZE / BANDS;
  private static final int VALUES = 1 << WIDTH;

  /** All differences of a band, by how many bits they have. */
  private static final int[] DIFFERENCES = differences();

  /** How many differences have at most so many bits. */
  private static final int[] COUNTS = counts();

  private final long[] hashes;

  /** By band: where the hashes with each of its values begin among the places. */
  private final int[][] starts = new int[BANDS][];

  private final int[][] places = new int[BANDS][];

  HashBands(long[] hashes) {
    this.hashes = hashes;
    for (int band = 0; band < BANDS; band++) {
      sort(band);
    }
  }

  /** By counting, as the values of a band are few. */
  private void sort(int band) {
    int[] start = new int[VALUES + 1];
    for (long hash : hashes) {
      start[value(hash, band) + 1]++;
    }
    for (int i = 0; i < VALUES; i++) {
      start[i + 1] += start[i];
    }
    int[] next = start.clone();
    int[] sorted = new int[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      sorted[next[value(hashes[i], band)]++] = i;
    }
    starts[band] = start;
    places[band] = sorted;
  }

  /**
   * Tells the places of all hashes that differ from that one in at most so many bits, some of them
   * more than once.
   */
  void near(long hash, int bits, IntConsumer found) {
    int most = bits / BANDS;
    for (int band = 0; band < BANDS; band++) {
      int within = band <= bits % BANDS ? most : most - 1;
      if (within >= 0) {
        look(hash, bits, band, within, found);
      }
    }
  }

  private void look(long hash, int bits, int band, int within, IntConsumer found) {
    int value = value(hash, band);
    int[] start = starts[band];
    int[] place = places[band];
    for (int i = 0; i < COUNTS[within]; i++) {
      int other = value ^ DIFFERENCES[i];
      for (int at = start[other]; at < start[other + 1]; at++) {
        if (PerceptualHash.distance(hash, hashes[place[at]]) <= bits) {
          found.accept(place[at]);
        }
      }
    }
  }

  private static int value(long hash, int band) {
    return (int) (hash >>> (band * WIDTH)) & (VALUES - 1);
  }

  private static int[] differences() {
    int[] sorted = new int[VALUES];
    int count = 0;
    for (int bits = 0; bits <= WIDTH; bits++) {
      for (int i = 0; i < VALUES; i++) {
        if (Integer.bitCount(i) == bits) {
          sorted[count] = i;
          count++;
        }
      }
    }
    return sorted;
  }

  private static int[] counts() {
    int[] counts = new int[WIDTH + 1];
    for (int i = 0; i < VALUES; i++) {
      counts[Integer.bitCount(i)]++;
    }
    Arrays.parallelPrefix(counts, Integer::sum);
    return counts;
  }
}
