package io.github.easel.ui.gallery;

import io.github.easel.gallery.Found;
import java.util.Arrays;

/**
 * At which place a picture lies, by its number: a hash table with open addressing, for a hundred
 * thousand numbers in objects would take ten times the memory.
 */
final class IdPlaces {

  private static final int NONE = -1;

  private final Found found;
  private final int[] table;

  /** Looks at every number once: make it on a worker. */
  IdPlaces(Found found) {
    this.found = found;
    table = new int[Integer.highestOneBit(Math.max(1, found.size())) * 4];
    Arrays.fill(table, NONE);
    for (int place = 0; place < found.size(); place++) {
      int slot = slot(found.id(place));
      if (table[slot] == NONE) {
        table[slot] = place; // of a number that comes twice the first place counts
      }
    }
  }

  private int slot(long id) {
    int slot = Long.hashCode(id * 0x9E3779B97F4A7C15L) & (table.length - 1);
    while (table[slot] != NONE && found.id(table[slot]) != id) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  /** The place, or -1. */
  int of(long id) {
    return table[slot(id)];
  }
}
