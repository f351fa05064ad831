package io.github.easel.gallery;

import java.nio.file.Path;
import java.util.List;

/** A program of its own that puts pictures into an index; see {@link GalleryIndexSharingTest}. */
final class IndexingProcess {

  private IndexingProcess() {}

  /**
   * Puts pictures.
   *
   * @param args the index, the first letters of the names, how many
   */
  public static void main(String[] args) {
    try (GalleryIndex index = GalleryIndex.open(Path.of(args[0]))) {
      put(index, args[1], Integer.parseInt(args[2]));
    }
  }

  /** Puts so many pictures one by one, each with a star. */
  static void put(GalleryIndex index, String letters, int count) {
    for (int i = 0; i < count; i++) {
      index.put(List.of(Entries.named(letters + i).withPrompt("by " + letters).entry()));
      index.mark("id-" + letters + i, Marks.NONE.withStars(1));
    }
  }
}
