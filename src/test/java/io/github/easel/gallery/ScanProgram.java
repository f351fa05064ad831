package io.github.easel.gallery;

import io.github.easel.generation.Cancellation;
import java.nio.file.Path;

/** Says every file of a collection that it can read into an index. */
final class ScanProgram {

  private ScanProgram() {}

  /** Takes the collection's folder and the index's file. */
  public static void main(String[] arguments) {
    try (GalleryIndex index = GalleryIndex.open(Path.of(arguments[1]))) {
      new FolderScan(Path.of(arguments[0]), index)
          .whole(false, new Cancellation(), (done, all) -> {});
      index.known().keySet().forEach(System.out::println);
    }
  }
}
