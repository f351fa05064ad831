package io.github.easel.ui.gallery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The pictures of the gallery in their order: first those of this session that the collection does
 * not know yet, then what it found. It never changes.
 */
final class Listing {

  /** No picture. */
  static final Listing NOTHING = new Listing(List.of(), Results.NOTHING);

  /**
   * A picture that the collection does not know yet.
   *
   * @param id below 0, where those of the collection are above
   * @param day of its making
   */
  record Fresh(long id, LocalDate day) {}

  private final List<Fresh> fresh;
  private final Results rest;
  private final List<Section> sections;

  Listing(List<Fresh> fresh, Results rest) {
    this.fresh = List.copyOf(fresh);
    this.rest = rest;
    sections = fresh.isEmpty() ? rest.sections() : joined();
  }

  private List<Section> joined() {
    List<Section> all = new ArrayList<>();
    for (int place = 0; place < fresh.size(); place++) {
      add(all, new Section(new Section.Day(fresh.get(place).day()), place, place + 1));
    }
    for (Section section : rest.sections()) {
      add(
          all,
          new Section(
              section.heading(), section.from() + fresh.size(), section.to() + fresh.size()));
    }
    return List.copyOf(all);
  }

  /** A day that goes on gets no second heading. */
  private static void add(List<Section> all, Section next) {
    Section last = all.isEmpty() ? null : all.get(all.size() - 1);
    if (last != null && last.heading().equals(next.heading())) {
      all.set(all.size() - 1, new Section(last.heading(), last.from(), next.to()));
    } else {
      all.add(next);
    }
  }

  int size() {
    return fresh.size() + rest.found().size();
  }

  long id(int place) {
    return place < fresh.size() ? fresh.get(place).id() : rest.found().id(place - fresh.size());
  }

  /** The place of a picture, or -1. */
  int place(long id) {
    if (id > 0) {
      int place = rest.places().of(id);
      return place < 0 ? -1 : place + fresh.size();
    }
    for (int place = 0; place < fresh.size(); place++) {
      if (fresh.get(place).id() == id) {
        return place;
      }
    }
    return -1;
  }

  List<Section> sections() {
    return sections;
  }
}
