package io.github.easel.task;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Progress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does jobs one after the other, in the order in which they came.
 *
 * <p>The executor decides where: a {@link Threads#worker worker} in the program, the calling thread
 * in tests. It must run one task at a time and stays the caller's to shut down.
 */
public final class JobQueue implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

  private final Work work;
  private final Executor executor;
  private final List<JobListener> listeners = new CopyOnWriteArrayList<>();
  private final Queue<Job> unended = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  public JobQueue(Work work, Executor executor) {
    this.work = work;
    this.executor = executor;
  }

  /** Tells the listener of every change from now on. */
  public void listen(JobListener listener) {
    listeners.add(listener);
  }

  /**
   * Lines up a picture.
   *
   * @throws IllegalStateException if the queue is closed
   */
  public Job submit(GenerationRequest request) {
    if (closed) {
      throw new IllegalStateException("the queue is closed");
    }
    Job job = new Job(request);
    unended.add(job);
    tell(job);
    executor.execute(() -> run(job));
    return job;
  }

  /**
   * Drops the job if it waits, interrupts it if it runs, and leaves it alone if it has ended. A
   * running job ends when its work next looks; a picture that was finished by then is kept.
   */
  public void cancel(Job job) {
    job.cancellation().cancel();
    if (job.dropQueued()) {
      end(job);
    }
  }

  /** Cancels everything and takes no more. Does not wait for the running job. */
  @Override
  public void close() {
    closed = true;
    unended.forEach(this::cancel);
  }

  private void run(Job job) {
    if (!job.start()) {
      return;
    }
    tell(job);
    try {
      job.finish(work.run(job.request(), progress -> report(job, progress), job.cancellation()));
    } catch (Throwable thrown) {
      endWithout(job, thrown);
    }
    end(job);
  }

  private void report(Job job, Progress progress) {
    job.progress(progress);
    tell(job);
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

  private void end(Job job) {
    unended.remove(job);
    tell(job);
  }

  private void tell(Job job) {
    for (JobListener listener : listeners) {
      try {
        listener.changed(job);
      } catch (RuntimeException e) {
        LOG.error("A listener failed on a job that is {}", job.state(), e);
      }
    }
  }
}
