package io.github.easel.gallery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last filtered orders while nothing changes: while words are typed, filter and order stay, and
 * only the words need asking. Thread-safe.
 */
final class FoundCache {

  private static final int MOST = 4;

  private final Map<GalleryQuery, Found> orders = new LinkedHashMap<>(8, 0.75f, true);
  private long version = -1;

  /** What was found for the query without its words, if the index is of that version still. */
  synchronized Optional<Found> find(GalleryQuery query, long current) {
    if (version != current) {
      orders.clear();
      version = current;
    }
    return Optional.ofNullable(orders.get(query.withWords("")));
  }

  /** Keeps what was found when the index was of that version. */
  synchronized void keep(GalleryQuery query, Found found, long current) {
    if (version == current) {
      orders.put(query.withWords(""), found);
      if (orders.size() > MOST) {
        orders.remove(orders.keySet().iterator().next());
      }
    }
  }
}
