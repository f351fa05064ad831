package io.github.easel.app;

import io.github.easel.file.PartFile;
import io.github.easel.gallery.MarksJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears away what killed programs left half written in Easel's own folders. */
final class Leftovers {

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  /**
   * Whoever writes still, another Easel perhaps, has written within that time: writing goes on in
   * pieces of a few megabytes.
   */
  private static final Duration AGE = Duration.ofDays(1);

  /** Folders of days that are looked through; those before were, when they were the latest. */
  private static final int DAYS = 7;

  private Leftovers() {}

  /** Clears what nobody has written at for a day. */
  static void clear(Places places, Instant now) {
    Instant before = now.minus(AGE);
    Path marks = places.pictures().resolve(MarksJournal.FOLDER);
    Stream.of(places.data(), places.sources(), places.pictures(), marks)
        .forEach(folder -> PartFile.clear(folder, before));
    clearLibraries(places.nativeLibraries(), before);
    latestDays(places.pictures()).forEach(folder -> PartFile.clear(folder, before));
  }

  /** A system that has one loaded keeps it until then, or refuses to delete it. */
  private static void clearLibraries(Path folder, Instant before) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> libraries = Files.list(folder)) {
      for (Path library : libraries.filter(Leftovers::isSqlite).toList()) {
        if (Files.getLastModifiedTime(library).toInstant().isBefore(before)) {
          Files.delete(library);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.info("libraries of earlier starts stay: {}", e.toString());
    }
  }

  private static boolean isSqlite(Path library) {
    return library.getFileName().toString().startsWith("sqlite-");
  }

  private static List<Path> latestDays(Path pictures) {
    if (!Files.isDirectory(pictures)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(pictures)) {
      return children
          .filter(Files::isDirectory)
          .filter(folder -> folder.getFileName().toString().matches("\\d{4}-\\d\\d-\\d\\d"))
          .sorted(Comparator.reverseOrder())
          .limit(DAYS)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} cannot be listed: {}", pictures, e.toString());
      return List.of();
    }
  }
}
