package io.github.easel.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the folder of copies of pictures that others began with from growing for ever. Whoever
 * wants such a picture made again needs its copy, so that only what is old goes, the oldest first,
 * and only as long as all together need more than their space.
 *
 * @param space bytes that copies may need
 * @param age what is younger stays, whatever it needs
 */
record SourceSpace(long space, Duration age) {

  /** 4 GB are some 10,000 frames of 512 x 512 pixels. */
  static final SourceSpace USUAL = new SourceSpace(4_000_000_000L, Duration.ofDays(30));

  private static final Logger LOG = LoggerFactory.getLogger(SourceSpace.class);
  private static final Pattern COPY = Pattern.compile("(?:mask-)?([0-9a-f]{64})\\.png");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private record Copy(Path file, String hash, long bytes, Instant made) {}

  /**
   * Deletes old copies until all have space. What the session, the queue and lists that were set
   * aside name stays. What cannot be read or deleted stays as well, and costs a line in the log.
   */
  void clear(Places places, Instant now) {
    try {
      List<Copy> copies = copies(places.sources());
      long needed = copies.stream().mapToLong(Copy::bytes).sum();
      if (needed <= space) {
        return;
      }
      Set<String> named = named(places.data());
      for (Copy copy : copies) {
        if (needed > space
            && copy.made().isBefore(now.minus(age))
            && !named.contains(copy.hash())) {
          Files.delete(copy.file());
          needed -= copy.bytes();
          LOG.info("{} is old and was cleared away, to make room for others", copy.file());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("copies of pictures stay in {}: {}", places.sources(), e.toString());
    }
  }

  /** The oldest first. */
  private static List<Copy> copies(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(file -> copy(file).stream())
          .sorted(Comparator.comparing(Copy::made))
          .toList();
    }
  }

  private static List<Copy> copy(Path file) {
    var name = COPY.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return List.of();
    }
    try {
      BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
      return List.of(
          new Copy(file, name.group(1), facts.size(), facts.lastModifiedTime().toInstant()));
    } catch (IOException e) {
      return List.of(); // it went meanwhile
    }
  }

  /** All hashes in the lists that lie right in Easel's folder, whatever their form. */
  private static Set<String> named(Path data) throws IOException {
    Set<String> hashes = new HashSet<>();
    try (Stream<Path> files = Files.list(data)) {
      for (Path list : files.filter(SourceSpace::isList).toList()) {
        HASH.matcher(Files.readString(list)).results().map(MatchResult::group).forEach(hashes::add);
      }
    }
    return hashes;
  }

  private static boolean isList(Path file) {
    return file.getFileName().toString().contains(".json") && Files.isRegularFile(file);
  }
}
