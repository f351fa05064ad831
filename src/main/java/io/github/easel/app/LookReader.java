package io.github.easel.app;

import io.github.easel.gallery.GalleryIndex;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.ThumbnailStore;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.task.Threads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all pictures in the background, one after the other, the newest first. It is in nobody's
 * way: its thread comes after all others, rests after every picture, and waits while a picture is
 * being drawn. Embeddings of other towers are made anew.
 */
final class LookReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LookReader.class);

  private static final int BATCH = 256;

  private static final Duration REST = Duration.ofMillis(5);

  /** Until it is seen again whether a picture is still being drawn. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final int PICTURES_BETWEEN_NEWS = 8;

  private final LookReading reading;
  private final MeaningService meanings;
  private final BooleanSupplier drawing;
  private final GalleryService.Counting progress;
  private final Executor now;
  private final Executor soon;
  private final Executor later;
  private final Runnable end;

  // of the worker's thread alone
  private final Deque<GalleryItem> batch = new ArrayDeque<>();
  private String towers = "";
  private int done;
  private int all;

  private boolean awake;
  private boolean again;
  private boolean closed;

  /**
   * @param drawing whether a picture is being drawn just now
   * @param progress is told how far it is, on the reader's thread
   */
  LookReader(
      GalleryIndex index,
      ThumbnailStore thumbnails,
      MeaningService meanings,
      BooleanSupplier drawing,
      GalleryService.Counting progress) {
    this(new LookReading(index, thumbnails, meanings), meanings, drawing, progress, worker());
  }

  private static ExecutorService worker() {
    return Threads.idle("looks");
  }

  private LookReader(
      LookReading reading,
      MeaningService meanings,
      BooleanSupplier drawing,
      GalleryService.Counting progress,
      ExecutorService worker) {
    this.reading = reading;
    this.meanings = meanings;
    this.drawing = drawing;
    this.progress = progress;
    now = worker;
    soon = Threads.later(worker, REST);
    later = Threads.later(worker, PATIENCE);
    end = worker::shutdown;
  }

  /**
   * Sees to pictures that were not looked at, if it is not at it already. Cheap; call it whenever
   * the index has changed.
   */
  synchronized void wake() {
    again = awake;
    if (!awake && !closed) {
      awake = true;
      now.execute(this::step);
    }
  }

  /** Goes on after a while unless it is closed. */
  private synchronized void goOn(Executor when) {
    if (!closed) {
      when.execute(this::step);
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Does at most one picture, so that closing and drawing never wait for more than one. */
  private void step() {
    if (isClosed()) {
      return;
    }
    try {
      if (drawing.getAsBoolean()) {
        goOn(later);
      } else if (batch.isEmpty() && !refill()) {
        rest();
      } else {
        lookAtNext();
        goOn(soon);
      }
    } catch (GenerationException e) {
      if (e.failure() != Failure.CANCELLED) {
        LOG.warn("pictures are not looked at any further for now", e);
      }
      batch.clear();
      synchronized (this) {
        again = false;
      }
      rest();
    }
  }

  private boolean refill() {
    if (all == 0) {
      towers = meanings.towers().orElse("");
    }
    batch.addAll(reading.next(towers, BATCH));
    if (!batch.isEmpty()) {
      all = done + Math.max(batch.size(), reading.left(towers));
    }
    return !batch.isEmpty();
  }

  private void lookAtNext() {
    reading.look(batch.remove(), towers);
    done++;
    if (done % PICTURES_BETWEEN_NEWS == 0) {
      progress.on(Math.min(done, all - 1), all);
    }
  }

  /** Until it is woken; pictures that were passed over are tried again then. */
  private void rest() {
    if (all > 0) {
      progress.on(all, all);
      LOG.info("{} pictures looked at", done);
    }
    all = 0;
    done = 0;
    synchronized (this) {
      awake = again && !closed;
      again = false;
      if (awake) {
        now.execute(this::step);
      } else {
        reading.forgetPassedOver();
      }
    }
  }

  /** Ends after the picture that is being looked at, without waiting for that. */
  @Override
  public synchronized void close() {
    closed = true;
    end.run();
  }
}
