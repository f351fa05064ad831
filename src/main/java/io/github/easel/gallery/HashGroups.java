package io.github.easel.gallery;

import io.github.easel.generation.Cancellation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Groups of pictures whose hashes are near to the first of each. They are no chains of neighbours,
 * in which the last may have nothing to do with the first.
 */
final class HashGroups {

  private static final int QUESTIONS_BETWEEN = 256;

  private final long[] ids;
  private final long[] hashes;
  private final long[] pixels;

  /**
   * @param ids of the pictures, in order; the arrays are not copied
   */
  HashGroups(long[] ids, long[] hashes, long[] pixels) {
    this.ids = ids;
    this.hashes = hashes;
    this.pixels = pixels;
  }

  List<List<Nearness>> within(int bits, Cancellation cancellation) {
    if (bits < 0 || bits > PerceptualHash.BITS) {
      throw new IllegalArgumentException("0 to " + PerceptualHash.BITS + " bits, not " + bits);
    }
    HashBands bands = new HashBands(hashes);
    Map<Long, List<Integer>> same = samePixels();
    boolean[] taken = new boolean[ids.length];
    List<List<Nearness>> groups = new ArrayList<>();
    TreeSet<Integer> found = new TreeSet<>(); // a picture may be told twice
    for (int first = 0; first < ids.length; first++) {
      if (first % QUESTIONS_BETWEEN == 0) {
        cancellation.check();
      }
      if (!taken[first]) {
        found.clear();
        found.addAll(same.getOrDefault(pixels[first], List.of()));
        if (PerceptualHash.tells(hashes[first])) {
          bands.near(hashes[first], bits, found::add);
        }
        found.removeIf(place -> taken[place]);
        found.add(first);
        if (found.size() > 1) {
          groups.add(group(first, found, taken));
        }
      }
    }
    groups.sort(Comparator.comparing((List<Nearness> group) -> group.size()).reversed());
    return groups;
  }

  private Map<Long, List<Integer>> samePixels() {
    Map<Long, List<Integer>> all = new HashMap<>();
    for (int i = 0; i < pixels.length; i++) {
      all.computeIfAbsent(pixels[i], absent -> new ArrayList<>(1)).add(i);
    }
    all.values().removeIf(places -> places.size() == 1);
    return all;
  }

  private List<Nearness> group(int first, Iterable<Integer> places, boolean[] taken) {
    List<Nearness> group = new ArrayList<>();
    for (int place : places) {
      taken[place] = true;
      group.add(new Nearness(ids[place], PerceptualHash.likeness(hashes[first], hashes[place])));
    }
    return group;
  }
}
