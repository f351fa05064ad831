package io.github.easel.ui.queue;

import io.github.easel.app.QueueStore;
import io.github.easel.app.QueueStore.Kept;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationResult;
import io.github.easel.task.Job;
import io.github.easel.task.JobListener;
import io.github.easel.task.JobQueue;
import io.github.easel.task.JobState;
import io.github.easel.task.Line;
import io.github.easel.ui.Workers;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the queue down soon after every change, where files are written, and lines up what an
 * earlier start left. Of changes that come while one is being written only the last is.
 */
final class Keeper implements JobListener {

  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  private final JobQueue queue;
  private final QueueStore store;
  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final AtomicBoolean due = new AtomicBoolean();

  /** Jobs that failed are no longer in the queue, but are kept with it. */
  private volatile List<Job> failed = List.of();

  /** Nothing is written before that is read, or it would be lost. */
  private volatile boolean read;

  private volatile boolean troubled;

  /**
   * @param onFailure is told on the window's thread that the queue cannot be kept
   */
  Keeper(
      JobQueue queue, QueueStore store, Workers workers, Consumer<GenerationException> onFailure) {
    this.queue = queue;
    this.store = store;
    this.workers = workers;
    this.onFailure = onFailure;
  }

  /**
   * Lines up what was left, in front.
   *
   * @param receiver is given it on the window's thread
   */
  void bringBack(Consumer<Kept> receiver) {
    workers.files().execute(() -> bringBackNow(receiver));
  }

  private void bringBackNow(Consumer<Kept> receiver) {
    try {
      Kept kept = store.load();
      List<Job> open = kept.jobs().stream().filter(job -> job.state() == JobState.QUEUED).toList();
      failed = kept.jobs().stream().filter(job -> job.state() == JobState.FAILED).toList();
      if (kept.paused()) {
        queue.pause(true);
      }
      if (!open.isEmpty()) {
        queue.submitAll(open, 0);
      }
      read = true;
      workers.window().execute(() -> receiver.accept(kept));
    } catch (RuntimeException | OutOfMemoryError e) {
      // what is kept stays untouched then
      LOG.error("The queue cannot be brought back", e);
      GenerationException reason = GenerationException.of(e);
      workers.window().execute(() -> onFailure.accept(reason));
    }
  }

  /** Keeps these beside those that run and wait. */
  void failed(List<Job> jobs) {
    if (!jobs.equals(failed)) {
      failed = List.copyOf(jobs);
      lineChanged();
    }
  }

  @Override
  public void changed(Job job) {
    // Its progress is not kept; all else is told otherwise too.
  }

  @Override
  public void finished(Job job, int index, GenerationResult result) {
    lineChanged();
  }

  @Override
  public void lineChanged() {
    if (due.compareAndSet(false, true)) {
      workers.files().execute(this::write);
    }
  }

  private void write() {
    due.set(false);
    if (!read) {
      return;
    }
    try {
      Line line = queue.line();
      store.save(Stream.concat(line.open().stream(), failed.stream()).toList(), line.paused());
      troubled = false;
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.warn("The queue cannot be kept", e);
      if (!troubled) { // once is enough until it works again
        troubled = true;
        GenerationException reason = GenerationException.of(e);
        workers.window().execute(() -> onFailure.accept(reason));
      }
    }
  }
}
