package io.github.easel.ui.gallery;

import io.github.easel.gallery.Nearness;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;

/**
 * Pictures that were found by their look instead of by a query.
 *
 * @param groups nearest first; one group has no heading
 * @param title what they are
 * @param picture the picture that they are like, made small
 * @param copies whether each group is of pictures that are the same or nearly so
 */
record Alike(List<List<Nearness>> groups, String title, Optional<Image> picture, boolean copies) {

  /** Pictures like one. */
  Alike(List<Nearness> nearest, String title, Optional<Image> picture) {
    this(List.of(nearest), title, picture, false);
  }

  Alike {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return groups.stream().allMatch(List::isEmpty);
  }

  /** Whether they are groups of pictures that are the same or nearly so. */
  boolean isOfCopies() {
    return copies && !groups.isEmpty();
  }
}
