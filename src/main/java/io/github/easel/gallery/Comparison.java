package io.github.easel.gallery;

import io.github.easel.gallery.GalleryIndex.Known;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is in a folder beside what an index knows of it. */
final class Comparison implements PictureFolders.Visitor {

  private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);

  private record Wanted(Path file, long modified) {}

  private final Map<Path, Known> known;
  private final boolean anew;
  private final Set<Path> met = new HashSet<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private final List<Path> unreadable = new ArrayList<>();

  /**
   * @param anew whether everything is to be read again
   */
  Comparison(Map<Path, Known> known, boolean anew) {
    this.known = known;
    this.anew = anew;
  }

  @Override
  public void picture(Path file, BasicFileAttributes attributes) {
    if (!PictureFolders.hasText(file)) {
      LOG.warn("{} has letters that the locale cannot map, and is left out", file);
      return;
    }
    Known now = new Known(attributes.lastModifiedTime().toMillis(), attributes.size());
    met.add(file);
    if (anew || !now.equals(known.get(file))) {
      wanted.add(new Wanted(file, now.modified()));
    }
  }

  @Override
  public void unreadable(Path path, IOException reason) {
    if (PictureFolders.isPicture(path) && reason instanceof NoSuchFileException) {
      return; // a link that leads nowhere, or gone since it was listed
    }
    unreadable.add(path);
    LOG.info("{} cannot be looked at: {}", path, reason.toString());
  }

  /** Files and folders that could not be looked at. */
  int unreadable() {
    return unreadable.size();
  }

  /** Whether the index knew the file. */
  boolean knows(Path file) {
    return known.containsKey(file);
  }

  /** What has to be read. */
  List<Path> newestFirst() {
    return wanted.stream()
        .sorted(Comparator.comparingLong(Wanted::modified).reversed())
        .map(Wanted::file)
        .toList();
  }

  /** What the index knew and is not there, as far as that could be seen. */
  Collection<Path> gone(Path folder) {
    if (unreadable.contains(folder)) {
      return List.of();
    }
    return known.keySet().stream()
        .filter(file -> !met.contains(file))
        .filter(file -> unreadable.stream().noneMatch(file::startsWith))
        .toList();
  }
}
