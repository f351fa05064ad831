package io.github.easel.gallery;

import io.github.easel.gallery.GalleryIndex.Known;
import io.github.easel.generation.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings an index into agreement with the folder of a collection. What changed, by time or length,
 * is read and put in batches, the newest first, so that it can be found while the rest is still
 * being read; what is gone is forgotten. Where the folder or one below it cannot be listed, as of a
 * disk that is not there, nothing of it is forgotten.
 */
public final class FolderScan {

  private static final Logger LOG = LoggerFactory.getLogger(FolderScan.class);
  private static final int BATCH = 250;
  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

  /** Is told how far it is. */
  public interface Counting {

    /** So many files of so many have been read. */
    void on(int done, int all);
  }

  /**
   * What came of it.
   *
   * @param read files that were read into the index
   * @param forgotten files that the index knew and that are gone
   * @param unreadable files and folders that could not be read
   */
  public record Report(int read, int forgotten, int unreadable) {

    /** Whether the index is another than before. */
    public boolean changed() {
      return read > 0 || forgotten > 0;
    }
  }

  private final Path root;
  private final GalleryIndex index;

  /**
   * @param root the collection's folder, absolute and normalized; need not exist
   */
  public FolderScan(Path root, GalleryIndex index) {
    this.root = root;
    this.index = index;
  }

  /** Whether a file of this collection lies in its trash. */
  public boolean isDiscarded(Path file) {
    return file.startsWith(root.resolve(PictureFolders.TRASH));
  }

  /**
   * Looks through the whole folder.
   *
   * @param anew whether files are read again even if they seem unchanged
   * @throws io.github.easel.generation.GenerationException {@code CANCELLED}, what was read until
   *     then stays in the index; {@code FILE_UNWRITABLE} or {@code FILE_UNREADABLE} for the index
   */
  public Report whole(boolean anew, Cancellation cancellation, Counting counting) {
    Comparison comparison = new Comparison(index.known(), anew);
    PictureFolders.walk(root, cancellation, comparison);
    return apply(comparison, root, cancellation, counting);
  }

  /**
   * Looks at files and folders of which something was heard.
   *
   * @param heard below the collection's folder; may be gone
   */
  public Report some(Collection<Path> heard, Cancellation cancellation) {
    int read = 0;
    int forgotten = 0;
    int unreadable = 0;
    List<Path> gone = new ArrayList<>();
    for (Path path : heard) {
      cancellation.check();
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        Report below = below(path, cancellation);
        read += below.read();
        forgotten += below.forgotten();
        unreadable += below.unreadable();
      } else if (Files.isDirectory(path)) {
        // Only a walk over everything tells whether another way leads there.
        return whole(false, cancellation, (done, all) -> {});
      } else if (Files.exists(path)) {
        read += one(path) ? 1 : 0;
      } else {
        gone.add(path);
      }
    }
    forgotten += forget(gone);
    return new Report(read, forgotten, unreadable);
  }

  /** Reads one file into the index, unless it is in it as it is; false if nothing changed. */
  public boolean one(Path file) {
    try {
      if (!PictureFolders.isPicture(file) || !PictureFolders.hasText(file)) {
        return false;
      }
      Optional<PictureEntry> known = index.at(file).map(GalleryItem::entry);
      Known now = new Known(Files.getLastModifiedTime(file).toMillis(), Files.size(file));
      if (known.isPresent() && now.equals(new Known(known.get().modified(), known.get().bytes()))) {
        return false;
      }
      Optional<PictureEntry> entry = FactsReader.read(file, isDiscarded(file));
      entry.ifPresentOrElse(
          found -> index.put(List.of(found)),
          () -> forgetAll(known.isPresent() ? List.of(file) : List.of()));
      return entry.isPresent() || known.isPresent();
    } catch (IOException e) {
      LOG.info("{} cannot be read into the index: {}", file, e.toString());
      return !Files.exists(file) && forget(List.of(file)) > 0;
    }
  }

  private Report below(Path folder, Cancellation cancellation) {
    Map<Path, Known> known = new HashMap<>(index.known());
    known.keySet().removeIf(file -> !file.startsWith(folder));
    Comparison comparison = new Comparison(known, false);
    PictureFolders.walk(folder, cancellation, comparison);
    return apply(comparison, folder, cancellation, (done, all) -> {});
  }

  /** Forgets files that are gone, and all files of folders that are. */
  private int forget(Collection<Path> gone) {
    if (gone.isEmpty() || !Files.isDirectory(root)) {
      return 0; // the disk is gone, not the pictures
    }
    Set<Path> files = new HashSet<>();
    Set<Path> folders = new HashSet<>();
    gone.forEach(path -> (PictureFolders.isPicture(path) ? files : folders).add(path));
    files.removeIf(file -> index.at(file).isEmpty());
    if (!folders.isEmpty()) { // asked once for all, since programs delete texts by the hundred
      index.known().keySet().stream().filter(file -> isBelow(file, folders)).forEach(files::add);
    }
    forgetAll(files);
    return files.size();
  }

  private static boolean isBelow(Path file, Set<Path> folders) {
    for (Path above = file.getParent(); above != null; above = above.getParent()) {
      if (folders.contains(above)) {
        return true;
      }
    }
    return false;
  }

  private Report apply(
      Comparison comparison, Path folder, Cancellation cancellation, Counting counting) {
    Set<Path> gone = new HashSet<>(comparison.gone(folder));
    List<Path> wanted = comparison.newestFirst();
    List<PictureEntry> batch = new ArrayList<>();
    int read = 0;
    int unreadable = comparison.unreadable();
    long since = System.nanoTime();
    counting.on(0, wanted.size());
    for (int i = 0; i < wanted.size(); i++) {
      Path file = wanted.get(i);
      try {
        cancellation.check();
        Optional<PictureEntry> entry = FactsReader.read(file, isDiscarded(file));
        entry.ifPresent(batch::add);
        if (entry.isEmpty() && comparison.knows(file)) {
          gone.add(file); // it was a picture once
        }
      } catch (IOException e) {
        if (Files.exists(file)) {
          unreadable++;
          LOG.info("{} cannot be read into the index: {}", file, e.toString());
        } else if (comparison.knows(file)) {
          gone.add(file);
        }
      }
      if (batch.size() == BATCH || System.nanoTime() - since > MOST_NANOS) {
        read += put(batch);
        since = System.nanoTime();
        counting.on(i + 1, wanted.size());
      }
    }
    read += put(batch);
    forgetAll(gone);
    counting.on(wanted.size(), wanted.size());
    return new Report(read, gone.size(), unreadable);
  }

  /** A change of nothing would be a change all the same to whoever asks for the version. */
  private int put(List<PictureEntry> batch) {
    int size = batch.size();
    if (size > 0) {
      index.put(batch);
      batch.clear();
    }
    return size;
  }

  private void forgetAll(Collection<Path> files) {
    if (!files.isEmpty()) {
      index.forget(files);
    }
  }
}
