package io.github.easel.app;

import io.github.easel.gallery.FolderScan;
import io.github.easel.gallery.GalleryIndex;
import io.github.easel.gallery.MarksJournal;
import io.github.easel.generation.ContentHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * A folder of pictures and what is kept of it. The journal of marks lies with the pictures; index
 * and thumbnails, which can be made anew, lie with the user's data, named by the folder's path.
 *
 * @param root absolute and normalized; need not exist
 */
record GalleryFolder(
    Path root, GalleryIndex index, MarksJournal journal, FolderScan scan, GalleryLooks looks)
    implements AutoCloseable {

  private static final int DIGITS = 16;

  /**
   * Opens what is kept of that folder.
   *
   * @param place the folder of all indexes
   */
  static GalleryFolder open(Path root, Path place, GalleryLooks.Factory looks, GalleryNews news) {
    String name = name(root);
    GalleryIndex index = GalleryIndex.open(place.resolve(name + ".db"));
    return new GalleryFolder(
        root,
        index,
        new MarksJournal(root),
        new FolderScan(root, index),
        looks.open(index, place.resolve(name), news));
  }

  private static String name(Path root) {
    byte[] hash = ContentHash.sha256().digest(root.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, DIGITS);
  }

  /** Brings the marks of the index into agreement with the journal, if there is one. */
  void replayMarks() {
    journal.refresh();
    if (journal.exists()) {
      index.replaceMarks(journal.all(), journal.boards());
    }
  }

  @Override
  public void close() {
    looks.close();
    index.close();
  }
}
