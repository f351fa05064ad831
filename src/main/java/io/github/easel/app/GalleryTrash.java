package io.github.easel.app;

import io.github.easel.file.FileReason;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.PictureEntry;
import io.github.easel.gallery.PictureFolders;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Discards pictures of a collection and brings them back. A picture's place in the trash tells
 * where it was, also after the program was started anew; its marks belong to its identity and need
 * no care.
 */
final class GalleryTrash {

  private static final Logger LOG = LoggerFactory.getLogger(GalleryTrash.class);
  private static final int BATCH = 50;

  /** A move of one file, which returns where it lies now. */
  private interface Move {
    Path of(Path file);
  }

  private final GalleryFolder folder;
  private final PictureTrash trash;
  private final SystemTrash system;

  /** Where files were that had to take another name in the trash. */
  private final Map<Path, Path> origins = new HashMap<>();

  GalleryTrash(GalleryFolder folder, SystemTrash system) {
    this.folder = folder;
    this.system = system;
    trash = new LocalPictureTrash(folder.root());
  }

  synchronized List<GalleryItem> discard(List<Long> ids) {
    return move(
        ids,
        false,
        file -> {
          Path now = trash.discard(file);
          origins.put(now, file);
          return now;
        });
  }

  synchronized List<GalleryItem> restore(List<Long> ids) {
    return move(ids, true, file -> trash.restore(file, origin(file)));
  }

  private Path place() {
    return folder.root().resolve(PictureTrash.FOLDER);
  }

  private Path origin(Path discarded) {
    Path usual = folder.root().resolve(place().relativize(discarded));
    return origins.getOrDefault(discarded, usual);
  }

  private List<GalleryItem> move(List<Long> ids, boolean discarded, Move move) {
    List<Path> from = new ArrayList<>();
    List<PictureEntry> to = new ArrayList<>();
    @Nullable GenerationException refused = null;
    for (GalleryItem item : folder.index().items(ids)) {
      PictureEntry entry = item.entry();
      if (entry.discarded() != discarded) {
        continue;
      }
      try {
        Path now = move.of(entry.file());
        from.add(entry.file());
        to.add(entry.movedTo(now, !discarded));
      } catch (GenerationException e) {
        LOG.warn("{} stays where it is: {}", entry.file(), e.getMessage());
        if (e.failure() == Failure.FILE_UNREADABLE) {
          from.add(entry.file()); // it is gone
        }
        refused = e;
      }
    }
    if (!from.isEmpty()) {
      folder.index().forget(from);
    }
    if (!to.isEmpty()) {
      folder.index().put(to);
    }
    if (refused != null && to.isEmpty()) {
      throw refused;
    }
    return to.stream().flatMap(entry -> folder.index().at(entry.file()).stream()).toList();
  }

  /**
   * Empties it; pictures that the system's trash refuses stay.
   *
   * @return how many pictures went
   */
  synchronized int empty(Cancellation cancellation) {
    List<Path> files = pictures(cancellation);
    int done = 0;
    for (int i = 0; i < files.size(); i += BATCH) {
      cancellation.check();
      List<Path> some = files.subList(i, Math.min(files.size(), i + BATCH));
      @Nullable IOException refused = null;
      try {
        take(some);
      } catch (IOException e) {
        refused = e;
      }
      List<Path> gone = some.stream().filter(file -> !Files.exists(file)).toList();
      folder.index().forget(gone);
      done += gone.size();
      if (gone.size() < some.size()) {
        Path first = some.stream().filter(Files::exists).findFirst().orElse(place());
        String why = refused == null ? FileReason.DENIED.words() : FileReason.of(refused);
        throw GenerationException.unwritable(
            first, why, refused == null ? new IOException(why) : refused);
      }
    }
    clearEmptyFolders();
    return done;
  }

  private void take(List<Path> files) throws IOException {
    if (system.isThere()) {
      Map<Path, Path> byFile = new HashMap<>();
      files.forEach(file -> byFile.put(file, origin(file)));
      system.take(byFile);
      return;
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  /** What lies in the trash, asked from the disk and not from the index, which may be behind. */
  private List<Path> pictures(Cancellation cancellation) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(place())) {
      PictureFolders.walk(
          place(), cancellation, (Path file, BasicFileAttributes attributes) -> files.add(file));
    }
    return files;
  }

  private void clearEmptyFolders() {
    if (!Files.isDirectory(place())) {
      return;
    }
    try (Stream<Path> walk = Files.walk(place())) {
      for (Path one : walk.sorted(Comparator.reverseOrder()).toList()) {
        if (Files.isDirectory(one) && isEmpty(one)) {
          Files.delete(one);
        }
      }
    } catch (IOException e) {
      LOG.info("Empty folders stay in {}: {}", place(), e.toString());
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }
}
