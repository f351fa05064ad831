package io.github.easel.cli;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where pictures go.
 *
 * <ul>
 *   <li>nothing asked for: {@code easel-<seed>.png} in the current folder
 *   <li>a folder that exists, or a name that ends in a separator: {@code <seed>.png} in it
 *   <li>a file: exactly it; for several pictures {@code name-1.png}, {@code name-2.png}
 * </ul>
 *
 * <p>The first two never take a name that is taken: they add {@code -2}, {@code -3}. The third
 * replaces what is there.
 */
final class OutputFiles {

  private static final String ENDING = ".png";

  private final Path folder;
  private final String name;
  private final boolean exact;
  private final boolean numbered;

  private OutputFiles(Path folder, String name, boolean exact, boolean numbered) {
    this.folder = folder;
    this.name = name;
    this.exact = exact;
    this.numbered = numbered;
  }

  /**
   * The plan for {@code count} pictures.
   *
   * @param current the folder that relative paths start in
   * @return nothing if {@code output} is neither a folder nor the name of a PNG file
   * @throws java.nio.file.InvalidPathException if no file can have that name on this system
   */
  static Optional<OutputFiles> plan(Optional<String> output, Path current, int count) {
    if (output.isEmpty()) {
      return Optional.of(new OutputFiles(current, "easel-", false, false));
    }
    Path path = current.resolve(output.get());
    if (output.get().endsWith("/")
        || output.get().endsWith(File.separator)
        || Files.isDirectory(path)) {
      return Optional.of(new OutputFiles(path, "", false, false));
    }
    String file = path.getFileName() == null ? "" : path.getFileName().toString();
    if (!file.toLowerCase(Locale.ROOT).endsWith(ENDING) || file.length() == ENDING.length()) {
      return Optional.empty();
    }
    Path parent = path.getParent();
    return Optional.of(
        new OutputFiles(parent == null ? Path.of("") : parent, file, true, count > 1));
  }

  /**
   * Likewise, for whoever typed the name.
   *
   * @throws UsageException if it is neither a folder nor the name of a PNG file, or no file can
   *     have that name
   */
  static OutputFiles planned(Optional<String> output, Path current, int count, Texts texts) {
    String typed = output.orElse("");
    try {
      return plan(output, current, count)
          .orElseThrow(() -> new UsageException(texts.of("wrong.output", typed)));
    } catch (InvalidPathException e) {
      throw new UsageException(texts.of("wrong.path", typed));
    }
  }

  /**
   * Finds out, before minutes of work, whether files can be made there.
   *
   * @throws GenerationException {@link Failure#FILE_UNWRITABLE}
   */
  void check() {
    check(folder);
  }

  /** Likewise for any other file. */
  static void checkParentOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      check(parent);
    }
  }

  /** Likewise for all files in a folder. */
  static void check(Path folder) {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    String reason =
        Files.isDirectory(existing)
            ? Files.isWritable(existing) ? "" : "access is denied"
            : existing + " is not a folder";
    if (!reason.isEmpty()) {
      throw new GenerationException(
          Failure.FILE_UNWRITABLE,
          "cannot write into " + folder + ": " + reason,
          folder.toString(),
          reason);
    }
  }

  /**
   * The file of one picture.
   *
   * @param index from 1
   */
  Path file(int index, long seed) {
    if (numbered) {
      String stem = name.substring(0, name.length() - ENDING.length());
      return folder.resolve(stem + "-" + index + name.substring(stem.length()));
    }
    return exact ? folder.resolve(name) : free(folder, name + seed);
  }

  /** The one file that was named, or in the folder that was named a free one of this name. */
  Path named(String stem) {
    return exact ? folder.resolve(name) : free(folder, stem);
  }

  /** A PNG file in the folder whose name is not taken. */
  static Path free(Path folder, String stem) {
    Path file = folder.resolve(stem + ENDING);
    for (int i = 2; Files.exists(file); i++) {
      file = folder.resolve(stem + "-" + i + ENDING);
    }
    return file;
  }
}
