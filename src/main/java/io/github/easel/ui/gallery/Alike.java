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
 */
record Alike(List<List<Nearness>> groups, String title, Optional<Image> picture) {

  Alike {
    groups = groups.stream().map(List::copyOf).toList();
  }
}
