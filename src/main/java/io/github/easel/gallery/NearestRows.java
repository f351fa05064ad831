package io.github.easel.gallery;

import java.util.Arrays;

/** The best few of many, as numbers only: a heap whose top is the worst that is still held. */
final class NearestRows {

  private final int[] rows;
  private final float[] likenesses;
  private int size;

  /**
   * @param most how many are held, 1 or more
   */
  NearestRows(int most) {
    rows = new int[most];
    likenesses = new float[most];
  }

  /** Offers a row; it is held while fewer than the most are better. */
  void offer(int row, float likeness) {
    if (size < rows.length) {
      rise(size, row, likeness);
      size++;
    } else if (likeness > likenesses[0]) {
      sink(row, likeness);
    }
  }

  private void rise(int from, int row, float likeness) {
    int at = from;
    while (at > 0 && likenesses[(at - 1) / 2] > likeness) {
      int parent = (at - 1) / 2;
      rows[at] = rows[parent];
      likenesses[at] = likenesses[parent];
      at = parent;
    }
    rows[at] = row;
    likenesses[at] = likeness;
  }

  private void sink(int row, float likeness) {
    int at = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && likenesses[child + 1] < likenesses[child]) {
        child++;
      }
      if (likenesses[child] >= likeness) {
        break;
      }
      rows[at] = rows[child];
      likenesses[at] = likenesses[child];
      at = child;
      child = 2 * at + 1;
    }
    rows[at] = row;
    likenesses[at] = likeness;
  }

  /** What is held, the best first. */
  Row[] best() {
    Row[] found = new Row[size];
    for (int i = 0; i < size; i++) {
      found[i] = new Row(rows[i], likenesses[i]);
    }
    Arrays.sort(found, (a, b) -> Float.compare(b.likeness(), a.likeness()));
    return found;
  }

  /** A row and how near it is. */
  record Row(int row, float likeness) {}
}
