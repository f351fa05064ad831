package io.github.easel.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files and folders with all that is in them. */
public final class FileTree {

  private FileTree() {}

  /**
   * Deletes a file, or a folder with all that is in it, innermost first. Links are deleted, not
   * what they lead to; where there is nothing, nothing is done.
   *
   * @throws IOException if something stays
   */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> innermostFirst;
    try (Stream<Path> all = Files.walk(path)) {
      innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path one : innermostFirst) {
      Files.deleteIfExists(one);
    }
  }
}
