package io.github.easel.app;

import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryIndex;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.Look;
import io.github.easel.gallery.LooksInMemory;
import io.github.easel.generation.Cancellation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps the looks in the memory as those of the index are, by reading only what came since: looks
 * of larger numbers, and those of pictures that were not there before, as after they were brought
 * back from the trash.
 */
final class LookFollowing {

  private static final int CHUNK = 500;

  private final GalleryIndex index;
  private final LooksInMemory looks;

  /** Pictures that are known to have no look until one is put. */
  private final Set<Long> lookless = new HashSet<>();

  private String towers = "";
  private long version = -1;
  private long newest;

  LookFollowing(GalleryIndex index, LooksInMemory looks) {
    this.index = index;
    this.looks = looks;
  }

  /**
   * Sees to it that the looks are those of the index now.
   *
   * @param now the fingerprint of the towers whose embeddings are wanted; empty for none
   */
  synchronized void follow(String now, Cancellation cancellation) {
    long seen = index.version();
    if (seen == version && now.equals(towers)) {
      return;
    }
    if (!now.equals(towers)) {
      looks.clear();
      lookless.clear();
      newest = 0;
      towers = now;
    }
    newest = index.looksSince(newest, towers, this::put);
    Found all = index.find(GalleryQuery.ALL, cancellation);
    Set<Long> there = new HashSet<>(2 * all.size());
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      long id = all.id(i);
      there.add(id);
      if (!looks.has(id) && !lookless.contains(id)) {
        unknown.add(id);
      }
    }
    for (int from = 0; from < unknown.size(); from += CHUNK) {
      List<Long> some = unknown.subList(from, Math.min(unknown.size(), from + CHUNK));
      lookless.addAll(some);
      index.looksOf(some, towers, this::put);
    }
    looks.retain(there::contains);
    lookless.retainAll(there);
    version = seen;
  }

  private void put(long id, Look look) {
    if (look.isNone()) {
      lookless.add(id);
      if (looks.has(id)) {
        looks.retain(kept -> kept != id); // what was a picture is damaged now
      }
    } else {
      lookless.remove(id);
      looks.put(id, look);
    }
  }
}
