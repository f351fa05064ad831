package io.github.easel.gallery;

import io.github.easel.generation.Cancellation;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of changes in the folder of a collection and in those below it, new ones included. Changes
 * are gathered until half a second has passed without one, at most five seconds. Runs until it is
 * closed, on a thread of its own; where the system cannot watch, it ends at once.
 */
public final class FolderWatch implements Runnable, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
  private static final long QUIET_MILLIS = 500;
  private static final long LONGEST_MILLIS = 5_000;
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_DELETE,
    StandardWatchEventKinds.ENTRY_MODIFY
  };

  /** Is told on the watching thread. */
  public interface Ear {

    /** Watching has begun: what happens from now on is heard. */
    void watching();

    /** Something happened to these files and folders; they may be gone. */
    void heard(Set<Path> paths);

    /** Something happened, nobody knows where: look at everything. */
    void missed();
  }

  private final Path root;
  private final Ear ear;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private @Nullable WatchService service;
  private boolean closed;

  /**
   * @param root the collection's folder, absolute and normalized
   */
  public FolderWatch(Path root, Ear ear) {
    this.root = root;
    this.ear = ear;
  }

  /** Watches until it is closed, or the folder is gone, or the system cannot. */
  @Override
  public void run() {
    try (WatchService opened = root.getFileSystem().newWatchService()) {
      synchronized (this) {
        if (closed) {
          return;
        }
        service = opened;
      }
      register(root, opened);
      if (!folders.isEmpty()) {
        ear.watching();
      }
      while (!folders.isEmpty()) {
        listen(opened);
      }
    } catch (ClosedWatchServiceException e) {
      LOG.debug("{} is no longer watched", root);
    } catch (IOException | UnsupportedOperationException e) {
      // Such as a network's folder, or more folders than the system lets one watch.
      LOG.info("{} cannot be watched: {}", root, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(WatchService opened) throws IOException, InterruptedException {
    Set<Path> heard = new HashSet<>();
    WatchKey key = opened.take();
    long since = System.nanoTime();
    boolean all = true;
    while (key != null) {
      all &= hear(key, heard, opened);
      boolean enough = System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
      key = enough ? null : opened.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }
    if (!all) {
      ear.missed();
    } else if (!heard.isEmpty()) {
      ear.heard(heard);
    }
  }

  /** False if something was missed. */
  private boolean hear(WatchKey key, Set<Path> heard, WatchService opened) throws IOException {
    Path folder = folders.get(key);
    boolean all = true;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (folder == null || !(event.context() instanceof Path name)) {
        all = false; // OVERFLOW has no name
        continue;
      }
      Path path = folder.resolve(name);
      boolean isFolder = Files.isDirectory(path);
      if (PictureFolders.isPassedOver(name)
          || (isFolder && event.kind() == StandardWatchEventKinds.ENTRY_MODIFY)) {
        continue; // of a folder its own content tells
      }
      if (isFolder) {
        register(path, opened);
      }
      heard.add(path);
    }
    if (!key.reset()) {
      folders.remove(key);
    }
    return all;
  }

  private void register(Path folder, WatchService opened) throws IOException {
    IOException[] refused = new IOException[1];
    PictureFolders.walk(
        folder,
        new Cancellation(),
        new PictureFolders.Visitor() {
          @Override
          public void folder(Path entered) {
            try {
              folders.put(entered.register(opened, KINDS), entered);
            } catch (IOException e) {
              if (Files.isDirectory(entered)) {
                refused[0] = e;
              }
            }
          }

          @Override
          public void picture(Path file, BasicFileAttributes attributes) {
            // only folders are watched
          }
        });
    if (refused[0] != null) {
      throw refused[0];
    }
  }

  /** Ends the watching. */
  @Override
  public void close() {
    WatchService open;
    synchronized (this) {
      closed = true;
      open = service;
    }
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        LOG.debug("The watch over {} cannot be closed: {}", root, e.toString());
      }
    }
  }
}
