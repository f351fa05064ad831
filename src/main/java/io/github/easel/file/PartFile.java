package io.github.easel.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Temporary names of what is being written, and what a killed program left under them. */
public final class PartFile {

  private static final Logger LOG = LoggerFactory.getLogger(PartFile.class);
  private static final Pattern NAME = Pattern.compile("\\.easel-[0-9a-f-]{1,36}\\.part");

  private PartFile() {}

  /** A name beside that file or folder that nothing has yet. */
  public static Path beside(Path target) {
    return target.resolveSibling(".easel-" + UUID.randomUUID() + ".part");
  }

  /**
   * Deletes files and folders of such names that nobody writes any more. One that cannot be deleted
   * costs a line in the log.
   *
   * @param folder only what lies right in it; need not exist
   * @param before what was changed since then, or holds something that was, is left alone
   */
  public static void clear(Path folder, Instant before) {
    for (Path part : children(folder)) {
      if (NAME.matcher(part.getFileName().toString()).matches()) {
        try {
          clearOne(part, before);
        } catch (IOException | UncheckedIOException e) {
          LOG.warn("{} cannot be cleared away: {}", part, e.toString());
        }
      }
    }
  }

  private static void clearOne(Path part, Instant before) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(part)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      if (!Files.getLastModifiedTime(one).toInstant().isBefore(before)) {
        return;
      }
    }
    for (Path one : all) {
      Files.delete(one);
    }
    LOG.info("{} was left by a start that did not end well, and is cleared away", part);
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} cannot be listed: {}", folder, e.toString());
      return List.of();
    }
  }
}
