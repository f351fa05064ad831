package io.github.easel.gallery;

import java.util.Arrays;
import java.util.function.LongPredicate;

/** Gathers what is found, one by one. */
final class FoundList {

  private static final int FIRST = 1024;

  private long[] ids = new long[FIRST];
  private long[] made = new long[FIRST];
  private int size;

  /** Those of the found that are wanted, by their numbers. */
  static Found of(Found all, LongPredicate wanted) {
    FoundList some = new FoundList();
    for (int i = 0; i < all.size(); i++) {
      if (wanted.test(all.id(i))) {
        some.add(all.id(i), all.seconds(i));
      }
    }
    return some.toFound();
  }

  /** Adds one behind the others. */
  void add(long id, long second) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
      made = Arrays.copyOf(made, size * 2);
    }
    ids[size] = id;
    made[size++] = second;
  }

  Found toFound() {
    return new Found(Arrays.copyOf(ids, size), Arrays.copyOf(made, size));
  }
}
