package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Names that nothing has yet: the wanted one, else with {@code -2}, {@code -3} before its ending.
 */
public final class FreeName {

  private FreeName() {}

  /** That path, or one with a number where it is taken just now. */
  public static Path of(Path wanted) {
    Path free = wanted;
    for (int i = 2; Files.exists(free); i++) {
      free = numbered(wanted, i);
    }
    return free;
  }

  /**
   * Moves a file to that path, or to one with a number where it is taken; also where another
   * program takes it at the same moment.
   *
   * @return where it lies now
   * @throws IOException if the file cannot be moved; it is where it was then
   */
  static Path move(Path from, Path wanted) throws IOException {
    for (int i = 1; ; i++) {
      Path free = i == 1 ? wanted : numbered(wanted, i);
      try {
        AtomicFile.moveToNew(from, free);
        return free;
      } catch (FileAlreadyExistsException taken) {
        // the next one, then
      }
    }
  }

  /** The path with a number before its ending. */
  public static Path numbered(Path wanted, int number) {
    String name = String.valueOf(wanted.getFileName());
    int point = name.lastIndexOf('.');
    String stem = point < 1 ? name : name.substring(0, point);
    return wanted.resolveSibling(stem + "-" + number + name.substring(stem.length()));
  }
}
