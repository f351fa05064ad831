package io.github.easel.ui.gallery;

import io.github.easel.gallery.Found;
import io.github.easel.gallery.Nearness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was found, with all that is known of it at the price of looking at every picture once: make
 * it on a worker.
 *
 * @param sections all pictures one behind the other
 */
record Results(Found found, IdPlaces places, List<Section> sections) {

  /** Nothing. */
  static final Results NOTHING = plain(Found.NOTHING);

  private static final long DAY = 86_400;

  /** Pictures each under its day, in their order. */
  static Results byDay(Found found) {
    List<Section> sections = new ArrayList<>();
    int from = 0;
    for (int place = 1; place <= found.size(); place++) {
      if (place == found.size() || day(found, place) != day(found, from)) {
        LocalDate date = LocalDate.ofEpochDay(day(found, from));
        sections.add(new Section(new Section.Day(date), from, place));
        from = place;
      }
    }
    return new Results(found, new IdPlaces(found), List.copyOf(sections));
  }

  private static long day(Found found, int place) {
    return Math.floorDiv(found.seconds(place), DAY);
  }

  /** Pictures without headings. */
  static Results plain(Found found) {
    List<Section> all =
        found.size() == 0 ? List.of() : List.of(new Section(Section.None.NONE, 0, found.size()));
    return new Results(found, new IdPlaces(found), all);
  }

  /** Groups of pictures that are alike, but for those numbers. */
  static Results alike(List<List<Nearness>> groups, Set<Long> without) {
    List<Section> sections = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    Set<Long> once = new HashSet<>(without);
    boolean several = groups.size() > 1;
    for (List<Nearness> group : groups) {
      int from = ids.size();
      group.stream().map(Nearness::id).filter(once::add).forEach(ids::add);
      if (ids.size() > from) {
        sections.add(
            new Section(
                several ? new Section.Group(sections.size() + 1) : Section.None.NONE,
                from,
                ids.size()));
      }
    }
    Found found =
        new Found(ids.stream().mapToLong(Long::longValue).toArray(), new long[ids.size()]);
    return new Results(found, new IdPlaces(found), List.copyOf(sections));
  }

  /** The same without some pictures. */
  Results without(Set<Long> gone) {
    if (gone.stream().allMatch(id -> places.of(id) < 0)) {
      return this;
    }
    long[] ids = new long[found.size()];
    long[] made = new long[found.size()];
    List<Section> rest = new ArrayList<>();
    int to = 0;
    for (Section section : sections) {
      int from = to;
      for (int place = section.from(); place < section.to(); place++) {
        if (!gone.contains(found.id(place))) {
          ids[to] = found.id(place);
          made[to++] = found.seconds(place);
        }
      }
      if (to > from) {
        rest.add(new Section(section.heading(), from, to));
      }
    }
    Found left = new Found(java.util.Arrays.copyOf(ids, to), java.util.Arrays.copyOf(made, to));
    return new Results(left, new IdPlaces(left), List.copyOf(rest));
  }
}
