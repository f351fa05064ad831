package io.github.easel.canvas;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tiles as files that are named after what they hold, in subfolders named after its first two
 * digits, so that the same pixels are written once however many states hold them.
 */
final class TileFolder {

  private static final Logger LOG = LoggerFactory.getLogger(TileFolder.class);
  private static final int SHELF = 2;

  private final Path folder;

  /** The files that tiles in memory know, or knew until lately. */
  private final Map<String, WeakReference<TileFile>> known = new HashMap<>();

  private int written;

  /** A tile's file. */
  final class TileFile implements Tile.Home {

    private final String name;

    /** Whether it was written or read since the start, and so is known to be whole. */
    private volatile boolean sound;

    private TileFile(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    TileFolder folder() {
      return TileFolder.this;
    }

    Path path() {
      return folder.resolve(name.substring(0, SHELF)).resolve(name);
    }

    @Override
    public int[] read() {
      try {
        int[] pixels = TileBytes.pixels(TileBytes.inflated(Files.readAllBytes(path())), name);
        sound = true;
        return pixels;
      } catch (IOException e) {
        throw GenerationException.unreadable(path(), FileReason.of(e), e);
      }
    }
  }

  /**
   * @param folder need not exist
   */
  TileFolder(Path folder) {
    this.folder = folder;
  }

  /** The file of that name, which need not exist. */
  synchronized TileFile file(String name) {
    WeakReference<TileFile> kept = known.get(name);
    TileFile file = kept == null ? null : kept.get();
    if (file == null) {
      file = new TileFile(name);
      known.put(name, new WeakReference<>(file));
    }
    return file;
  }

  /** Whether there is a file of that name; it may be damaged. */
  boolean holds(String name) {
    return Files.isRegularFile(file(name).path());
  }

  /**
   * Writes a tile unless it is there, and makes this its home.
   *
   * @return its name
   */
  String keep(Tile tile) throws IOException {
    if (tile.home() instanceof TileFile file && file.folder() == this) {
      return file.name();
    }
    byte[] bytes = TileBytes.of(tile.pixels());
    TileFile file = file(TileBytes.name(bytes));
    if (!file.sound || !Files.exists(file.path())) {
      AtomicFile.createFolder(folder.resolve(file.name().substring(0, SHELF)));
      byte[] deflated = TileBytes.deflated(bytes);
      AtomicFile.write(file.path(), out -> out.write(deflated));
      file.sound = true;
      written++;
    }
    tile.settle(file);
    return file.name();
  }

  /** Tiles that were written since the last sweep. */
  int written() {
    return written;
  }

  /**
   * Deletes the files of all tiles but these and those that a tile in memory may still read. What
   * cannot be deleted stays until the next time.
   */
  synchronized void sweep(Set<String> kept) {
    written = 0;
    known.values().removeIf(file -> file.get() == null);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> shelves = Files.newDirectoryStream(folder)) {
      for (Path shelf : shelves) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shelf)) {
          for (Path file : files) {
            String name = file.getFileName().toString();
            if (!kept.contains(name) && !known.containsKey(name)) {
              Files.deleteIfExists(file);
            }
          }
        }
      }
    } catch (IOException e) {
      LOG.warn("Unused tiles stay in {}: {}", folder, e.toString());
    }
  }
}
