package io.github.easel.ui.queue;

import io.github.easel.app.QueueStore.Kept;
import io.github.easel.app.Services;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Preview;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Progress;
import io.github.easel.task.Job;
import io.github.easel.task.JobQueue;
import io.github.easel.task.JobState;
import io.github.easel.task.Line;
import io.github.easel.task.Work;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that run, wait and ended, as the window shows them. All of it belongs to JavaFX's
 * thread; what the queue tells from its worker comes here through the window's executor.
 *
 * <p>What an earlier start left waits until somebody lets it go: whoever opens the program may want
 * to begin with something else, new pictures come first then, and a job that the program died of
 * cannot do so again by itself. One that it died of twice has to be let go on its own.
 */
public final class QueueViewModel implements AutoCloseable {

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;

  /** Jobs whose failure was told. */
  private final Set<Job> told = Collections.newSetFromMap(new WeakHashMap<>());

  private final ObservableList<Job> waiting = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Job> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper picturesLeft = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper picturesHeld = new ReadOnlyIntegerWrapper();
  private final ReadOnlyDoubleWrapper secondsLeft = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyObjectWrapper<Path> setAside = new ReadOnlyObjectWrapper<>();
  private final JobRows rows = new JobRows();
  private final JobCommands commands;
  private final Pace pace = new Pace();
  private @Nullable JobQueue queue;
  private @Nullable Ear ear;
  private @Nullable Keeper keeper;
  private @Nullable Job stopped;
  private boolean broughtBack;
  private boolean refreshing;
  private boolean again;

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
   * @param onFailure is told on the window's thread why a job failed, while that still is the
   *     running one, and that the queue cannot be kept
   */
  public QueueViewModel(Workers workers, Consumer<GenerationException> onFailure) {
    this(workers, onFailure, () -> ThreadLocalRandom.current().nextLong(1L << 32));
  }

  /**
   * @param newSeeds gives the seed of a copy of pictures for which none was typed
   */
  QueueViewModel(Workers workers, Consumer<GenerationException> onFailure, LongSupplier newSeeds) {
    this.workers = workers;
    this.onFailure = onFailure;
    this.commands = new JobCommands(rows, this::queue, this::refresh, newSeeds);
  }

  /** Lets jobs be done by these services from now on, and brings back those that were kept. */
  public void open(Services services, Supplier<PreviewWish> previews, Receiver receiver) {
    Work work =
        (request, progress, cancellation) ->
            services.generation().generate(request, progress, cancellation);
    JobQueue opened = new JobQueue(work, workers.drawing(), previews);
    Ear listening = new Ear(workers.window(), this::refresh, receiver, pace);
    Keeper keeping = new Keeper(opened, services.queue(), workers, onFailure);
    opened.listen(listening);
    opened.listen(keeping);
    queue = opened;
    ear = listening;
    keeper = keeping;
    keeping.bringBack(this::broughtBack);
  }

  private void broughtBack(Kept kept) {
    rows.addEnded(kept.jobs().stream().filter(job -> job.state() == JobState.FAILED).toList());
    broughtBack = true;
    kept.setAside().ifPresent(setAside::set);
    refresh();
  }

  private Optional<JobQueue> queue() {
    return Optional.ofNullable(queue);
  }

  /** What is set here may make listeners change the line again, which must not happen half-way. */
  private void refresh() {
    JobQueue source = queue;
    Ear heard = ear;
    again = true;
    if (refreshing || source == null || heard == null) {
      return;
    }
    refreshing = true;
    try {
      while (again) {
        again = false;
        refresh(source, heard);
      }
    } finally {
      refreshing = false;
    }
  }

  private void refresh(JobQueue source, Ear heard) {
    List<Job> touched = heard.touched();
    touched.forEach(this::tellFailure);
    Line line = source.line();
    rows.update(line, touched, stopped).forEach(heard::forget);
    for (Job job : touched) {
      JobRow row = rows.find(job.id());
      if (row != null) {
        row.look(heard.picture(job.id()));
      }
    }
    List<Job> due = line.waiting().stream().filter(job -> !job.held()).toList();
    if (!waiting.equals(due)) {
      waiting.setAll(due);
    }
    paused.set(line.paused());
    Job now = line.running().orElse(null);
    progress.set(now == null ? null : now.progress().orElse(null));
    preview.set(heard.look(now));
    count(line);
    stopping.set(now != null && now == stopped);
    running.set(now); // last, for whoever hears of an end looks at all else
    commands.settle();
    if (broughtBack && keeper != null) {
      keeper.failed(
          rows.ended().stream()
              .filter(row -> row.kind().get() == JobRow.Kind.FAILED)
              .map(row -> row.job().get())
              .toList());
    }
  }

  private void tellFailure(Job job) {
    // not by its row, which may have shown the failure already before it was heard of here
    if (job.state() == JobState.FAILED && told.add(job)) {
      running.set(job);
      job.failure().ifPresent(onFailure);
    }
  }

  private void count(Line line) {
    int left = 0;
    int held = 0;
    double seconds = 0;
    for (Job job : line.open()) {
      int pictures = job.pictures().size() - job.done();
      if (job.held()) {
        held += pictures;
        continue;
      }
      left += pictures;
      seconds += seconds(job, pictures);
    }
    picturesLeft.set(left);
    picturesHeld.set(held);
    secondsLeft.set(Double.isNaN(seconds) ? -1 : seconds);
  }

  /** Not a number while it cannot be known. */
  private double seconds(Job job, int pictures) {
    if (pictures == 0) {
      return 0;
    }
    GenerationRequest request = job.pictures().get(job.pictures().size() - pictures);
    Optional<Progress> report = job.progress();
    if (job.state() != JobState.RUNNING || report.isEmpty()) {
      return pictures * pace.of(request).orElse(Double.NaN);
    }
    OptionalDouble present = pace.left(request, report.get());
    double others = pictures == 1 ? 0 : (pictures - 1) * pace.of(request).orElse(Double.NaN);
    return present.orElse(Double.NaN) + others;
  }

  /**
   * Lines up pictures, at once. While a job is being edited and {@link JobCommands#replacing} is
   * chosen, they take the place of its own.
   *
   * @param first whether before those that wait, else behind them
   * @return the job; nothing before {@link #open} or after {@link #close}
   */
  public Optional<Job> submit(Draft draft, List<GenerationRequest> pictures, boolean first) {
    JobQueue into = queue;
    if (into == null) {
      return Optional.empty();
    }
    Optional<Job> changed = commands.replace(into, draft, pictures, first);
    if (changed.isPresent()) {
      return changed;
    }
    Job job = new Job(UUID.randomUUID(), draft, pictures);
    into.submit(job, first ? 0 : Integer.MAX_VALUE);
    return Optional.of(job);
  }

  /** Lines up pictures behind all others; a job that is being edited has no part in that. */
  public void add(Draft draft, List<GenerationRequest> pictures) {
    JobQueue into = queue;
    if (into != null) {
      into.submit(new Job(UUID.randomUUID(), draft, pictures));
    }
  }

  /** Cancels the job that runs, if any. */
  public void cancelCurrent() {
    Job job = running.get();
    if (job != null && queue != null) {
      stopped = job;
      queue.cancel(job);
      refresh();
    }
  }

  /** Cancels what runs and all that waits; the latter can be undone. */
  public void cancelAll() {
    if (queue != null) {
      stopped = running.get();
      commands.cancelAll(queue);
    }
  }

  /** Holds up all that wait, or lets them go on; what is held back stays so. */
  public void pause(boolean hold) {
    if (queue != null) {
      queue.pause(hold);
    }
  }

  /** Ends the pause, and lets those go that were left from an earlier start. */
  public void goOn() {
    if (queue != null) {
      queue.release(job -> job.begun() < JobRow.MOST_BEGUN);
      queue.pause(false);
    }
  }

  /** Takes no more and cancels what runs; what waits is kept for the next start, and so is that. */
  @Override
  public void close() {
    if (queue != null) {
      queue.close();
      queue = null;
    }
  }

  /** What can be done with single jobs. */
  public JobCommands commands() {
    return commands;
  }

  /** The running job, those that wait in their order, and those that ended, newest first. */
  public ObservableList<JobRow> rows() {
    return rows.list();
  }

  /** The jobs that wait for their turn, in their order; without those held back. */
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

  /** Whether no further picture is begun. */
  public ReadOnlyBooleanProperty paused() {
    return paused.getReadOnlyProperty();
  }

  /** How many pictures are still to be made, the one under way too; without those held back. */
  public ReadOnlyIntegerProperty picturesLeft() {
    return picturesLeft.getReadOnlyProperty();
  }

  /** How long they will take in seconds; -1 while that cannot be known. */
  public ReadOnlyDoubleProperty secondsLeft() {
    return secondsLeft.getReadOnlyProperty();
  }

  /** How many pictures are held back, since an earlier start left them. */
  public ReadOnlyIntegerProperty picturesHeld() {
    return picturesHeld.getReadOnlyProperty();
  }

  /** A copy of what was kept, if not all of it could be read; null otherwise. */
  public ReadOnlyObjectProperty<Path> setAside() {
    return setAside.getReadOnlyProperty();
  }

  /** The user has seen where that copy is. */
  public void forgetSetAside() {
    setAside.set(null);
  }
}
