package io.github.easel.gallery;

import io.github.easel.generation.Cancellation;
import java.util.ArrayList;
import java.util.List;

/** Asks an index and names what it finds. */
final class Finding {

  private Finding() {}

  /** The file names of what those words find, newest first. */
  static List<String> names(GalleryIndex index, String words) {
    return names(index, GalleryQuery.ALL.withWords(words));
  }

  /** The file names of what is found, in its order. */
  static List<String> names(GalleryIndex index, GalleryQuery query) {
    Found found = index.find(query, new Cancellation());
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      ids.add(found.id(i));
    }
    return names(index.items(ids));
  }

  static List<String> names(List<GalleryItem> items) {
    return items.stream().map(item -> item.entry().file().getFileName().toString()).toList();
  }
}
