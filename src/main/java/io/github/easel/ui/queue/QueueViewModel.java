package io.github.easel.ui.queue;

import io.github.easel.app.Services;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Preview;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Progress;
import io.github.easel.task.Job;
import io.github.easel.task.JobListener;
import io.github.easel.task.JobQueue;
import io.github.easel.task.JobState;
import io.github.easel.ui.Workers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that run and wait, as the window shows them. All of it belongs to JavaFX's thread; what
 * the queue tells from its worker comes here through the window's executor.
 */
public final class QueueViewModel implements AutoCloseable {

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final ObservableList<Job> waiting = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Job> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
  private @Nullable JobQueue queue;

  /** Is given every finished picture, on the worker's thread. */
  public interface Receiver {

    /**
     * A picture of the job is finished.
     *
     * @param index of the picture in the job, from 0
     */
    void finished(Job job, int index, GenerationResult result);
  }

  /**
   * @param onFailure is told on the window's thread why a job failed
   */
  public QueueViewModel(Workers workers, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
  }

  /** Lets jobs be done by these services from now on. */
  public void open(Services services, Supplier<PreviewWish> previews, Receiver receiver) {
    JobQueue opened = new JobQueue(services.generation()::generate, workers.drawing(), previews);
    queue = opened;
    opened.listen(new Ear(opened, receiver));
  }

  /** Carries what the queue tells to the window's thread. */
  private final class Ear implements JobListener {

    private final JobQueue source;
    private final Receiver receiver;

    Ear(JobQueue source, Receiver receiver) {
      this.source = source;
      this.receiver = receiver;
    }

    // What may change meanwhile is read here, on the worker's thread.
    @Override
    public void changed(Job job) {
      JobState state = job.state();
      Progress report = job.progress().orElse(null);
      workers.window().execute(() -> update(job, state, report));
    }

    @Override
    public void finished(Job job, int index, GenerationResult result) {
      receiver.finished(job, index, result);
      workers.window().execute(() -> preview.set(null));
    }

    @Override
    public void previewed(Job job, int index, Preview look) {
      workers.window().execute(() -> preview.set(look));
    }

    @Override
    public void lineChanged() {
      workers.window().execute(() -> line(source));
    }
  }

  private void update(Job job, JobState state, @Nullable Progress report) {
    if (state.ended()) {
      job.failure().ifPresent(onFailure);
    }
    if (state == JobState.RUNNING && running.get() != job) {
      running.set(job);
      stopping.set(false);
    }
    if (running.get() == job) {
      progress.set(state.ended() ? null : report);
      if (state.ended()) {
        running.set(null);
        preview.set(null);
        stopping.set(false);
      }
    }
  }

  private void line(JobQueue source) {
    waiting.setAll(source.waiting());
    paused.set(source.paused());
  }

  /**
   * Lines up pictures, at once.
   *
   * @param first whether before those that wait, else behind them
   * @return the job; nothing before {@link #open} or after {@link #close}
   */
  public Optional<Job> submit(Draft draft, List<GenerationRequest> pictures, boolean first) {
    JobQueue into = queue;
    if (into == null) {
      return Optional.empty();
    }
    Job job = new Job(UUID.randomUUID(), draft, pictures);
    into.submit(job, first ? 0 : Integer.MAX_VALUE);
    return Optional.of(job);
  }

  /** Cancels the job that runs, if any. */
  public void cancelCurrent() {
    Job job = running.get();
    if (job != null && queue != null) {
      stopping.set(true);
      queue.cancel(job);
    }
  }

  /** Cancels what runs and all that waits. */
  public void cancelAll() {
    if (queue != null) {
      stopping.set(running.get() != null);
      queue.cancelAll();
    }
  }

  /** Holds up the jobs that wait, or lets them go on. */
  public void pause(boolean hold) {
    if (queue != null) {
      queue.pause(hold);
    }
  }

  /** Takes no more and cancels what runs; what waits is kept for the next start. */
  @Override
  public void close() {
    if (queue != null) {
      queue.close();
      queue = null;
    }
  }

  /** The jobs that wait, in their order. */
  public ObservableList<Job> waiting() {
    return waiting;
  }

  /** The job whose pictures are being made; null when none. */
  public ReadOnlyObjectProperty<Job> running() {
    return running.getReadOnlyProperty();
  }

  /** How far its present picture is; null before the first report and when none runs. */
  public ReadOnlyObjectProperty<Progress> progress() {
    return progress.getReadOnlyProperty();
  }

  /** The last look at its present picture; null before the first. */
  public ReadOnlyObjectProperty<Preview> preview() {
    return preview.getReadOnlyProperty();
  }

  /** Whether the running job was cancelled but has not ended yet. */
  public ReadOnlyBooleanProperty stopping() {
    return stopping.getReadOnlyProperty();
  }

  /** Whether no further job is begun. */
  public ReadOnlyBooleanProperty paused() {
    return paused.getReadOnlyProperty();
  }
}
