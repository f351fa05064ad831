package io.github.easel.app;

import io.github.easel.app.GalleryService.Activity;
import io.github.easel.gallery.FolderScan;
import io.github.easel.gallery.FolderWatch;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.task.Threads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of one folder true in the background: reads what is new, hears of changes, and
 * asks every moment whether another Easel changed something.
 */
final class GalleryUpkeep implements FolderWatch.Ear, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GalleryUpkeep.class);
  private static final Duration PAUSE = Duration.ofMillis(1_500);
  private static final long PATIENCE_MILLIS = 1_500;

  /** So often watching is begun again where it ends at once. */
  private static final int MOST_VAIN = 3;

  private final GalleryFolder folder;
  private final GalleryNews news;
  private final ExecutorService worker = Threads.worker("gallery-files");
  private final Cancellation end = new Cancellation();
  private final AtomicBoolean scanWaits = new AtomicBoolean();
  private final AtomicInteger vain = new AtomicInteger();
  private volatile boolean listening;
  private volatile FolderWatch watch;

  // of the worker
  private long version;

  /** How often the index had been begun anew when all was read the last time. */
  private int begun;

  GalleryUpkeep(GalleryFolder folder, GalleryNews news) {
    this.folder = folder;
    this.news = news;
    watch = new FolderWatch(folder.root(), this);
  }

  /** Begins. */
  void start() {
    work(
        () -> {
          folder.replayMarks();
          version = folder.index().version();
          news.changed();
        });
    listen();
    poll();
  }

  /** Watching comes before looking, so that nothing that happens between the two is missed. */
  private void listen() {
    FolderWatch one = watch;
    listening = true;
    Threads.daemon(
            "gallery-watch",
            () -> {
              one.run();
              listening = false;
              missed(); // what there is can be looked at all the same
            })
        .start();
  }

  @Override
  public void watching() {
    vain.set(0);
    missed();
  }

  @Override
  public void missed() {
    if (scanWaits.compareAndSet(false, true)) {
      work(this::scan);
    }
  }

  @Override
  public void heard(Set<Path> paths) {
    work(() -> tell(folder.scan().some(paths, end)));
  }

  private void scan() {
    scanWaits.set(false);
    int renewals = folder.index().renewals();
    if (renewals != begun) {
      folder.replayMarks(); // it was damaged and began anew
    }
    begun = renewals;
    tell(folder.scan().whole(false, end, this::count));
  }

  /** Tells how far the reading is, and what has come by then; silent where there is nothing. */
  void count(int done, int all) {
    if (all > 0) {
      news.reading(Activity.FILES, done, all);
      if (done > 0) {
        news.changed();
      }
    }
  }

  private void tell(FolderScan.Report report) {
    if (report.changed()) {
      news.changed();
    }
    folder.looks().lookOn();
  }

  private void poll() {
    if (!end.isCancelled()) {
      Threads.later(worker, PAUSE)
          .execute(
              () -> {
                if (news.isHeard()) {
                  attempt(this::lookAround);
                }
                poll();
              });
    }
  }

  private void lookAround() {
    if (!listening && Files.isDirectory(folder.root()) && vain.getAndIncrement() < MOST_VAIN) {
      // The first picture made it, or the disk came back; where one cannot watch, that is that.
      watch = new FolderWatch(folder.root(), this);
      listen();
    }
    if (folder.index().renewals() != begun) {
      missed();
    }
    if (folder.journal().refresh()) {
      folder.replayMarks();
    }
    long now = folder.index().version();
    if (now != version) {
      version = now;
      news.changed();
    }
  }

  private void work(Runnable task) {
    try {
      worker.execute(() -> attempt(task));
    } catch (RejectedExecutionException e) {
      LOG.debug("{} is no longer kept", folder.root());
    }
  }

  private void attempt(Runnable task) {
    if (end.isCancelled()) {
      return;
    }
    try {
      task.run();
    } catch (GenerationException e) {
      if (e.failure() != Failure.CANCELLED) {
        LOG.warn("The collection's index is behind: {}", e.getMessage());
      }
    } catch (RuntimeException e) {
      LOG.warn("The collection's index is behind", e);
    }
  }

  /** Lets all of it end. Whoever closes the index next ends what is being written to it. */
  @Override
  public void close() {
    end.cancel();
    watch.close();
    worker.shutdown();
  }

  /** Waits for the end of what was under way when it was closed, but not for a drive that hangs. */
  void awaitEnd() {
    try {
      if (!worker.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.warn("The reading of {} does not end", folder.root());
      }
      watch.close(); // one may have begun just now
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
