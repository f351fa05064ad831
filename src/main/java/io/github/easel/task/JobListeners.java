package io.github.easel.task;

import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Preview;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All listeners of a queue as one. Nothing that one of them throws reaches the teller. */
final class JobListeners implements JobListener {

  private static final Logger LOG = LoggerFactory.getLogger(JobListeners.class);

  private final List<JobListener> listeners = new CopyOnWriteArrayList<>();

  void add(JobListener listener) {
    listeners.add(listener);
  }

  @Override
  public void changed(Job job) {
    tell(listener -> listener.changed(job));
  }

  @Override
  public void finished(Job job, int index, GenerationResult result) {
    tell(listener -> listener.finished(job, index, result));
  }

  @Override
  public void previewed(Job job, int index, Preview preview) {
    tell(listener -> listener.previewed(job, index, preview));
  }

  @Override
  public void lineChanged() {
    tell(JobListener::lineChanged);
  }

  /** A listener's fault may not end a job, still less the worker. */
  private void tell(Consumer<JobListener> event) {
    for (JobListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (Throwable e) {
        LOG.error("A listener of the queue failed", e);
      }
    }
  }
}
