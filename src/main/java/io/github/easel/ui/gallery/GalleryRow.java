package io.github.easel.ui.gallery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A line of the gallery. */
sealed interface GalleryRow {

  /** The day of the pictures that follow. */
  record Day(LocalDate date) implements GalleryRow {}

  /** Some pictures of a day, from left to right. */
  record Pictures(List<GalleryPicture> pictures) implements GalleryRow {}

  /**
   * The lines of these pictures, each day under its own heading.
   *
   * @param pictures newest first
   * @param columns pictures in a line, 1 or more
   */
  static List<GalleryRow> rows(List<GalleryPicture> pictures, int columns) {
    List<GalleryRow> rows = new ArrayList<>();
    int from = 0;
    while (from < pictures.size()) {
      LocalDate date = pictures.get(from).made().toLocalDate();
      rows.add(new Day(date));
      int to = from;
      while (to < pictures.size() && pictures.get(to).made().toLocalDate().equals(date)) {
        to++;
      }
      for (; from < to; from += columns) {
        rows.add(new Pictures(List.copyOf(pictures.subList(from, Math.min(to, from + columns)))));
      }
      from = to;
    }
    return rows;
  }

  /** The line of the picture; -1 if there is none. */
  static int indexOf(List<GalleryRow> rows, GalleryPicture picture) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof Pictures line && line.pictures().contains(picture)) {
        return i;
      }
    }
    return -1;
  }
}
