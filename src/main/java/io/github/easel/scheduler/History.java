package io.github.easel.scheduler;

/** The last few arrays of a run, newest first, in storage that is used again and again. */
final class History {

  private final float[][] rows;
  private int newest;
  private int held;

  /**
   * Nothing held yet.
   *
   * @param length rows to keep, from 1
   * @param size floats in a row
   */
  History(int length, int size) {
    this.rows = new float[length][size];
  }

  /** How many rows are held, up to the length. */
  int held() {
    return held;
  }

  /** Floats in a row. */
  int size() {
    return rows[0].length;
  }

  /** Makes room for a newer row, in place of the oldest if all are held, and hands it out. */
  float[] push() {
    newest = (newest + rows.length - 1) % rows.length;
    held = Math.min(held + 1, rows.length);
    return rows[newest];
  }

  /**
   * A row.
   *
   * @param age 0 for the newest, to held() - 1
   */
  float[] row(int age) {
    if (age >= held) {
      throw new IllegalStateException("row " + age + " of " + held);
    }
    return rows[(newest + age) % rows.length];
  }
}
