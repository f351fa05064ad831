package io.github.easel.task;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.PreviewWish;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does jobs one after the other. Those that wait can be put in another order, taken out, held back
 * one by one, and all held up by a pause: the picture that is being made then is finished, and the
 * rest of its job waits in front of the others.
 *
 * <p>The executor decides where: a {@link Threads#worker worker} in the program, the calling thread
 * in tests. It stays the caller's to shut down. However many threads it has, one job runs at a
 * time. Thread-safe.
 */
public final class JobQueue implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

  private final Work work;
  private final Executor executor;
  private final Supplier<PreviewWish> previews;
  private final JobListeners listeners = new JobListeners();
  private final Object lock = new Object();
  // All guarded by the lock, and so is every change of a waiting job's state.
  private final List<Job> waiting = new ArrayList<>();
  private @Nullable Job running;
  private boolean paused;
  private boolean closed;

  /** How many tasks the executor has that have not begun yet. */
  private int due;

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
   * @throws IllegalArgumentException if the job was lined up before
   */
  public void submit(Job job, int index) {
    submitAll(List.of(job), index);
  }

  /** Lines up a job behind all others. */
  public void submit(Job job) {
    submit(job, Integer.MAX_VALUE);
  }

  /** Lines up jobs one behind the other, as {@link #submit(Job, int)} does with one. */
  public void submitAll(List<Job> jobs, int index) {
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("the queue is closed");
      }
      for (Job job : jobs) {
        if (job.state() != JobState.QUEUED || waiting.contains(job)) {
          throw new IllegalArgumentException("lined up already: " + job.id());
        }
      }
      waiting.addAll(within(index), jobs);
    }
    jobs.forEach(listeners::changed);
    listeners.lineChanged();
    callWorker();
  }

  private int within(int index) {
    return Math.max(0, Math.min(index, waiting.size()));
  }

  /** How things stand. */
  public Line line() {
    synchronized (lock) {
      return new Line(Optional.ofNullable(running), waiting, paused);
    }
  }

  /** The jobs that wait, in their order. */
  public List<Job> waiting() {
    return line().waiting();
  }

  /** The job whose pictures are being made. */
  public Optional<Job> running() {
    return line().running();
  }

  /** Whether no further picture is begun. */
  public boolean paused() {
    return line().paused();
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
      waiting.add(within(index), job);
    }
    listeners.lineChanged();
  }

  /**
   * Drops a job that waits and lines up another at its place.
   *
   * @return whether the job still waited; nothing happened otherwise
   */
  public boolean replace(Job job, Job other) {
    synchronized (lock) {
      int index = waiting.indexOf(job);
      if (index < 0 || closed) {
        return false;
      }
      job.drop();
      waiting.set(index, other);
    }
    listeners.changed(job);
    listeners.changed(other);
    listeners.lineChanged();
    callWorker();
    return true;
  }

  /** Lets those of the waiting jobs go that are held back. */
  public void release(Predicate<Job> which) {
    synchronized (lock) {
      waiting.stream().filter(which).forEach(job -> job.hold(false));
    }
    listeners.lineChanged();
    callWorker();
  }

  /** Holds up all that wait, or lets them go on. A picture that is being made is finished. */
  public void pause(boolean hold) {
    synchronized (lock) {
      if (paused == hold) {
        return;
      }
      paused = hold;
    }
    listeners.lineChanged();
    callWorker();
  }

  /**
   * Drops the job if it waits, interrupts it if it runs, and leaves it alone if it has ended. A
   * running job ends when its work next looks; a picture that was finished by then is kept.
   *
   * @return its place among those that waited, or -1 if it was not among them
   */
  public int cancel(Job job) {
    int index;
    synchronized (lock) {
      index = waiting.indexOf(job);
      if (index >= 0) {
        waiting.remove(index);
        job.drop();
      } else if (running == job) {
        job.discard();
      } else {
        return -1;
      }
    }
    job.cancellation().cancel();
    if (index >= 0) {
      listeners.changed(job);
      listeners.lineChanged();
    }
    return index;
  }

  /**
   * Cancels what runs and all that waits.
   *
   * @return those that waited, in their order
   */
  public List<Job> cancelAll() {
    Optional<Job> interrupted;
    List<Job> dropped;
    synchronized (lock) {
      interrupted = Optional.ofNullable(running);
      interrupted.ifPresent(Job::discard);
      dropped = List.copyOf(waiting);
      waiting.clear();
      dropped.forEach(Job::drop);
    }
    interrupted.ifPresent(job -> job.cancellation().cancel());
    dropped.forEach(job -> job.cancellation().cancel());
    dropped.forEach(listeners::changed);
    if (!dropped.isEmpty()) {
      listeners.lineChanged();
    }
    return dropped;
  }

  /**
   * Takes no more, begins none of those that wait, and interrupts the running one, which then waits
   * in front of them. Does not wait for that. The jobs that wait stay listed.
   */
  @Override
  public void close() {
    Optional<Job> interrupted;
    synchronized (lock) {
      closed = true;
      interrupted = Optional.ofNullable(running);
    }
    interrupted.ifPresent(job -> job.cancellation().cancel());
  }

  /**
   * Sees that the executor has a task for every job that could begin. In a pause tasks come to
   * nothing; of those too many, as after a cancellation, the next job makes use.
   */
  private void callWorker() {
    int missing;
    synchronized (lock) {
      long ready = paused || closed ? 0 : waiting.stream().filter(job -> !job.held()).count();
      missing = (int) Math.max(0, ready - due);
      due += missing;
    }
    for (int i = 0; i < missing; i++) {
      executor.execute(this::runNext);
    }
  }

  private void runNext() {
    Optional<Job> next = takeNext();
    if (next.isPresent()) {
      run(next.get());
      callWorker(); // the job may have come back, and tasks may have met the running job
    }
  }

  private Optional<Job> takeNext() {
    synchronized (lock) {
      due--;
      if (paused || closed || running != null) {
        return Optional.empty();
      }
      for (Iterator<Job> jobs = waiting.iterator(); jobs.hasNext(); ) {
        Job job = jobs.next();
        if (!job.held()) {
          jobs.remove();
          job.start();
          running = job;
          return Optional.of(job);
        }
      }
      return Optional.empty();
    }
  }

  private void run(Job job) {
    listeners.lineChanged();
    listeners.changed(job);
    Runnable ending;
    try {
      ending = drawAll(job) ? job::finish : () -> putBack(job);
    } catch (Throwable thrown) {
      ending = endingFor(job, GenerationException.of(thrown));
    }
    synchronized (lock) {
      ending.run();
      running = null;
    }
    job.failure().ifPresent(e -> LOG.error("Picture failed: {}", e.getMessage(), e));
    listeners.changed(job);
    listeners.lineChanged();
  }

  /** Whether it drew all pictures that were missing; else the others have to wait. */
  private boolean drawAll(Job job) {
    for (int i = job.done(); i < job.pictures().size(); i++) {
      job.cancellation().check();
      if (heldUp()) {
        return false;
      }
      job.progress(null);
      GenerationResult result =
          work.run(
              job.pictures().get(i),
              new PictureReport(job, i, listeners, previews),
              job.cancellation());
      job.done(i + 1);
      listeners.finished(job, i, result);
      listeners.changed(job);
    }
    return true;
  }

  private boolean heldUp() {
    synchronized (lock) {
      return paused || closed;
    }
  }

  private Runnable endingFor(Job job, GenerationException failure) {
    return failure.failure() == Failure.CANCELLED
        ? () -> putBackOrDrop(job)
        : () -> job.fail(failure);
  }

  /** A job that only the closing interrupted is not lost. Called with the lock held. */
  private void putBackOrDrop(Job job) {
    if (closed) {
      putBack(job);
    } else {
      job.drop();
    }
  }

  /** Called with the lock held. */
  private void putBack(Job job) {
    if (job.unwanted()) {
      job.drop(); // cancelled just now
    } else {
      job.handBack();
      waiting.add(0, job);
    }
  }
}
