package io.github.easel.task;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Preview;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does jobs one after the other. Those that wait can be put in another order, taken out, and held
 * up by a pause; the running one goes on to its end all the same.
 *
 * <p>The executor decides where: a {@link Threads#worker worker} in the program, the calling thread
 * in tests. It must run one task at a time and stays the caller's to shut down. Thread-safe.
 */
public final class JobQueue implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

  private final Work work;
  private final Executor executor;
  private final Supplier<PreviewWish> previews;
  private final List<JobListener> listeners = new CopyOnWriteArrayList<>();
  private final Object lock = new Object();
  // All guarded by the lock.
  private final List<Job> waiting = new ArrayList<>();
  private @Nullable Job running;
  private boolean paused;
  private boolean closed;

  /**
   * @param previews is asked at every step which looks at the picture are wanted
   */
  public JobQueue(Work work, Executor executor, Supplier<PreviewWish> previews) {
    this.work = work;
    this.executor = executor;
    this.previews = previews;
  }

  /** Tells the listener of every change from now on. */
  public void listen(JobListener listener) {
    listeners.add(listener);
  }

  /**
   * Lines up a job.
   *
   * @param index its place among those that wait, 0 for the front; beyond the end is the end
   * @throws IllegalStateException if the queue is closed
   */
  public void submit(Job job, int index) {
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("the queue is closed");
      }
      waiting.add(Math.min(index, waiting.size()), job);
    }
    told(listener -> listener.changed(job));
    told(JobListener::lineChanged);
    executor.execute(this::runNext);
  }

  /** Lines up a job behind all others. */
  public void submit(Job job) {
    submit(job, Integer.MAX_VALUE);
  }

  /** The jobs that wait, in their order. */
  public List<Job> waiting() {
    synchronized (lock) {
      return List.copyOf(waiting);
    }
  }

  /** The job whose pictures are being made. */
  public Optional<Job> running() {
    synchronized (lock) {
      return Optional.ofNullable(running);
    }
  }

  /**
   * Puts a job that waits at another place.
   *
   * @param index its place among those that wait afterwards; beyond the end is the end
   */
  public void move(Job job, int index) {
    synchronized (lock) {
      if (!waiting.remove(job)) {
        return; // its turn has come meanwhile
      }
      waiting.add(Math.max(0, Math.min(index, waiting.size())), job);
    }
    told(JobListener::lineChanged);
  }

  /** Whether no further job is begun. */
  public boolean paused() {
    synchronized (lock) {
      return paused;
    }
  }

  /** Holds up the jobs that wait, or lets them go on. */
  public void pause(boolean hold) {
    int due;
    synchronized (lock) {
      if (paused == hold) {
        return;
      }
      paused = hold;
      due = hold ? 0 : waiting.size();
    }
    told(JobListener::lineChanged);
    for (int i = 0; i < due; i++) {
      executor.execute(this::runNext);
    }
  }

  /**
   * Drops the job if it waits, interrupts it if it runs, and leaves it alone if it has ended. A
   * running job ends when its work next looks; a picture that was finished by then is kept.
   */
  public void cancel(Job job) {
    job.cancellation().cancel();
    boolean dropped;
    synchronized (lock) {
      dropped = waiting.remove(job) && job.dropQueued();
    }
    if (dropped) {
      told(listener -> listener.changed(job));
      told(JobListener::lineChanged);
    }
  }

  /** Cancels what runs and all that waits. */
  public void cancelAll() {
    waiting().forEach(this::cancel);
    running().ifPresent(this::cancel);
  }

  /**
   * Takes no more, begins none of those that wait, and interrupts the running one. Does not wait
   * for it. The jobs that wait stay listed.
   */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
    }
    running().ifPresent(job -> job.cancellation().cancel());
  }

  /** One is due for each that was lined up; in a pause they come to nothing and are due again. */
  private void runNext() {
    Job job;
    synchronized (lock) {
      if (paused || closed || waiting.isEmpty()) {
        return;
      }
      job = waiting.remove(0);
      if (!job.start()) {
        return;
      }
      running = job;
    }
    told(JobListener::lineChanged);
    told(listener -> listener.changed(job));
    try {
      drawAll(job);
      job.finish();
    } catch (Throwable thrown) {
      endWithout(job, thrown);
    }
    synchronized (lock) {
      running = null;
    }
    told(listener -> listener.changed(job));
    told(JobListener::lineChanged);
  }

  private void drawAll(Job job) {
    for (int i = job.done(); i < job.pictures().size(); i++) {
      job.cancellation().check();
      job.progress(null);
      int index = i;
      GenerationResult result =
          work.run(job.pictures().get(i), listening(job, index), job.cancellation());
      job.done(i + 1);
      told(listener -> listener.finished(job, index, result));
      told(listener -> listener.changed(job));
    }
  }

  private ProgressListener listening(Job job, int index) {
    return new ProgressListener() {
      @Override
      public void on(Progress progress) {
        job.progress(progress);
        told(listener -> listener.changed(job));
      }

      @Override
      public PreviewWish previews() {
        return previews.get();
      }

      @Override
      public void onPreview(Preview preview) {
        told(listener -> listener.previewed(job, index, preview));
      }
    };
  }

  private static void endWithout(Job job, Throwable thrown) {
    GenerationException failure = GenerationException.of(thrown);
    if (failure.failure() == Failure.CANCELLED) {
      job.drop();
    } else {
      LOG.error("Picture failed: {}", failure.getMessage(), failure);
      job.fail(failure);
    }
  }

  private void told(Consumer<JobListener> event) {
    for (JobListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException e) {
        LOG.error("A listener of the queue failed", e);
      }
    }
  }
}
