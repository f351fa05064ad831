package io.github.easel.app;

import io.github.easel.app.GalleryService.Activity;
import io.github.easel.app.GalleryService.Listener;
import io.github.easel.task.Threads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the collection's listeners what happens, changes gathered for a moment. Thread-safe. */
final class GalleryNews implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GalleryNews.class);
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean pending = new AtomicBoolean();
  private final ExecutorService worker = Threads.worker("gallery-news");

  void add(Listener listener) {
    listeners.add(listener);
  }

  boolean isHeard() {
    return !listeners.isEmpty();
  }

  /** Something is another than before. */
  void changed() {
    if (pending.compareAndSet(false, true)) {
      Threads.later(worker, MOMENT).execute(this::tell);
    }
  }

  private void tell() {
    pending.set(false); // what changes from here on is told once more
    each(Listener::changed);
  }

  /** So much of some work is done. */
  void reading(Activity activity, int done, int all) {
    each(listener -> listener.reading(activity, done, all));
  }

  private void each(Consumer<Listener> word) {
    for (Listener listener : listeners) {
      try {
        word.accept(listener);
      } catch (RuntimeException e) {
        LOG.warn("A listener of the collection failed", e);
      }
    }
  }

  @Override
  public void close() {
    listeners.clear();
    worker.shutdown();
  }
}
