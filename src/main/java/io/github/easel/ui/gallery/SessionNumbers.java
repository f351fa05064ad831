package io.github.easel.ui.gallery;

import io.github.easel.ui.viewer.Picture;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of this session's pictures: the collection's once that knows them, before that one
 * below 0. All of it belongs to JavaFX's thread.
 */
final class SessionNumbers {

  private final IdentityHashMap<Picture, Long> numbers = new IdentityHashMap<>();
  private final Map<Long, Picture> pictures = new HashMap<>();
  private final IdentityHashMap<Picture, LocalDate> days = new IdentityHashMap<>();
  private long last;

  /** The picture's number. */
  long of(Picture picture) {
    Long number = numbers.get(picture);
    return number == null ? set(picture, --last) : number;
  }

  private long set(Picture picture, long number) {
    Long before = numbers.put(picture, number);
    if (before != null) {
      pictures.remove(before);
    }
    pictures.put(number, picture);
    return number;
  }

  /** The picture of that number, if it is one of this session. */
  @Nullable Picture picture(long number) {
    return pictures.get(number);
  }

  /** The day of a picture that is new, which a change of the date does not change. */
  LocalDate day(Picture picture, LocalDate today) {
    return days.computeIfAbsent(picture, made -> today);
  }

  /** Whether the collection knows it. */
  boolean isKnown(Picture picture) {
    return numbers.getOrDefault(picture, -1L) > 0;
  }

  /** Pictures with files that the collection has given no number yet. */
  Map<Path, Picture> unknown(List<Picture> all) {
    Map<Path, Picture> unknown = new HashMap<>();
    for (Picture picture : all) {
      Path file = picture.file().get();
      if (file != null && !isKnown(picture)) {
        unknown.put(file, picture);
      }
    }
    return unknown;
  }

  /**
   * The collection knows them by these numbers.
   *
   * @return what the numbers before became
   */
  Map<Long, Long> learn(Map<Picture, Long> found) {
    Map<Long, Long> became = new HashMap<>();
    found.forEach(
        (picture, number) -> {
          if (!isKnown(picture)) {
            became.put(of(picture), number);
            set(picture, number);
          }
        });
    return became;
  }

  /** Those of them that the collection has lost again, for one because their files were moved. */
  List<Picture> forget(List<Picture> all, Results everything) {
    List<Picture> lost = new ArrayList<>();
    for (Picture picture : all) {
      if (isKnown(picture) && everything.places().of(of(picture)) < 0) {
        set(picture, --last);
        lost.add(picture);
      }
    }
    return lost;
  }

  /** Another collection numbers otherwise. */
  void clear() {
    numbers.clear();
    pictures.clear();
  }
}
