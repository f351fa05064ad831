package io.github.easel.ui.queue;

import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.task.Job;
import io.github.easel.task.JobQueue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with jobs one by one. Whatever is taken away can be had back until something
 * else is taken away.
 */
public final class JobCommands {

  /**
   * What was taken away last.
   *
   * @param pictures how many are not made because of it
   */
  public record Removal(Map<Integer, Job> jobs, Map<Integer, JobRow> ended, int pictures) {}

  private final JobRows rows;
  private final Supplier<Optional<JobQueue>> queue;
  private final Runnable refresh;
  private final LongSupplier newSeeds;
  private final ReadOnlyObjectWrapper<JobRow> edited = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty replacing = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<Removal> removal = new ReadOnlyObjectWrapper<>();

  JobCommands(
      JobRows rows, Supplier<Optional<JobQueue>> queue, Runnable refresh, LongSupplier newSeeds) {
    this.rows = rows;
    this.queue = queue;
    this.refresh = refresh;
    this.newSeeds = newSeeds;
    edited.addListener(
        (property, old, now) -> {
          mark(old, false);
          mark(now, true);
        });
  }

  private static void mark(@Nullable JobRow row, boolean edited) {
    if (row != null) {
      row.edit(edited);
    }
  }

  /** A job whose turn came cannot be edited any more. */
  void settle() {
    JobRow row = edited.get();
    if (row != null && (!row.kind().get().waits() || rows.find(row.id()) != row)) {
      stopEditing();
    }
  }

  /** Moves a job that waits so many places back, or forward if negative. */
  public void move(JobRow row, int places) {
    int index = rows.waiting().indexOf(row);
    if (index >= 0) {
      put(row, Math.max(0, index + places));
    }
  }

  /** Puts a job that waits at that place among those that wait, 0 for the front. */
  public void put(JobRow row, int index) {
    queue.get().ifPresent(line -> line.move(row.job().get(), index));
  }

  /** The place among those that wait, or -1. */
  public int place(JobRow row) {
    return rows.waiting().indexOf(row);
  }

  /** Lets a job go that is held back. */
  public void release(JobRow row) {
    queue.get().ifPresent(line -> line.release(job -> job == row.job().get()));
  }

  /**
   * Lines up the same pictures once more, behind the job if it waits and behind all others
   * otherwise: with a new seed if none was typed, else exactly the same.
   */
  public void duplicate(JobRow row) {
    Job job = row.job().get();
    List<GenerationRequest> pictures =
        job.draft().chance().seed().isBlank() ? reseeded(job.pictures()) : job.pictures();
    int place = place(row);
    queue
        .get()
        .ifPresent(
            line ->
                line.submit(
                    new Job(UUID.randomUUID(), job.draft(), pictures),
                    place < 0 ? Integer.MAX_VALUE : place + 1));
  }

  /** The seeds stay as far from each other as they were. */
  private List<GenerationRequest> reseeded(List<GenerationRequest> pictures) {
    long first = pictures.get(0).seed();
    long now = newSeeds.getAsLong();
    return pictures.stream()
        .map(one -> one.withSeed((now + (one.seed() - first)) & Long.MAX_VALUE))
        .toList();
  }

  /**
   * Gives the job's draft to be edited. One that waits stays where it is and is drawn as it was if
   * nobody changes it.
   */
  public void edit(JobRow row, Consumer<Draft> editor) {
    replacing.set(true);
    edited.set(row.kind().get().waits() ? row : null);
    editor.accept(row.job().get().draft());
  }

  /** Leaves the job that is being edited as it is. */
  public void stopEditing() {
    edited.set(null);
  }

  /** The job with these pictures in the place of its own, if one is being edited to that end. */
  Optional<Job> replace(
      JobQueue line, Draft draft, List<GenerationRequest> pictures, boolean first) {
    JobRow row = edited.get();
    stopEditing();
    if (row == null || !replacing.get()) {
      return Optional.empty();
    }
    Job job = new Job(row.id(), draft, pictures);
    if (!line.replace(row.job().get(), job)) {
      return Optional.empty(); // its turn has come just now
    }
    if (first) {
      line.move(job, 0);
    }
    return Optional.of(job);
  }

  /** Lines up, in front, the pictures that a job has not made; of one that did, all. */
  public void again(JobRow row) {
    Job job = row.job().get();
    if (job.done() == job.pictures().size()) {
      duplicate(row);
    } else {
      queue.get().ifPresent(line -> line.submit(job.again(false), 0));
    }
  }

  /**
   * Lines up, in front, what a job that failed has not made, with other settings and in its own
   * row. What is being edited has no part in that. Where the job waits again already it is the one
   * that is changed, and where it runs again nothing happens.
   *
   * @param undone at least one picture
   */
  public void again(Job failed, Draft draft, List<GenerationRequest> undone) {
    List<GenerationRequest> pictures = new ArrayList<>(failed.pictures().subList(0, failed.done()));
    pictures.addAll(undone);
    Job job = new Job(failed.id(), draft, pictures, failed.done(), 0, false);
    queue
        .get()
        .ifPresent(
            line -> {
              Optional<Job> open =
                  line.line().open().stream()
                      .filter(one -> one.id().equals(failed.id()))
                      .findFirst();
              if (open.isEmpty()) {
                line.submit(job, 0);
              } else {
                line.replace(open.get(), job);
              }
            });
  }

  /** Takes a job out of the line, or the row of one that ended off the list. */
  public void remove(JobRow row) {
    Job job = row.job().get();
    if (row.kind().get().ended()) {
      take(one -> one == row);
      return;
    }
    queue
        .get()
        .ifPresent(
            line -> {
              row.forgetDrawing();
              int index = line.cancel(job);
              if (index >= 0) {
                remember(Map.of(index, job), Map.of());
              }
            });
  }

  /** Takes all out of the line that an earlier start left. */
  public void removeHeld() {
    queue
        .get()
        .ifPresent(
            line -> {
              Map<Integer, Job> gone = new TreeMap<>();
              List<Job> waiting = line.waiting();
              for (Job job : waiting) {
                if (job.held() && line.cancel(job) >= 0) {
                  gone.put(waiting.indexOf(job), job);
                }
              }
              remember(gone, Map.of());
            });
  }

  void cancelAll(JobQueue line) {
    rows.waiting().forEach(JobRow::forgetDrawing);
    List<Job> dropped = line.cancelAll();
    Map<Integer, Job> gone = new TreeMap<>();
    for (int i = 0; i < dropped.size(); i++) {
      gone.put(i, dropped.get(i));
    }
    remember(gone, Map.of());
    refresh.run();
  }

  /** Takes the rows of all that ended off the list. */
  public void clearEnded() {
    take(row -> true);
  }

  private void take(Predicate<JobRow> which) {
    Map<Integer, JobRow> gone = new TreeMap<>();
    List<JobRow> ended = rows.ended();
    for (int i = 0; i < ended.size(); i++) {
      if (which.test(ended.get(i))) {
        gone.put(i, ended.get(i));
      }
    }
    rows.remove(new ArrayList<>(gone.values()));
    remember(Map.of(), gone);
    refresh.run();
  }

  private void remember(Map<Integer, Job> jobs, Map<Integer, JobRow> ended) {
    if (!jobs.isEmpty() || !ended.isEmpty()) {
      removal.set(new Removal(jobs, ended, pictures(jobs.values())));
    }
  }

  private static int pictures(Collection<Job> jobs) {
    return jobs.stream().mapToInt(job -> job.pictures().size() - job.done()).sum();
  }

  /** Puts back what was taken away last. */
  public void undo() {
    Removal last = removal.get();
    removal.set(null);
    if (last == null) {
      return;
    }
    queue
        .get()
        .ifPresent(
            line -> last.jobs().forEach((index, job) -> line.submit(job.again(job.held()), index)));
    rows.restore(last.ended());
    refresh.run();
  }

  /** It is too late to put it back. */
  public void forgetRemoval() {
    removal.set(null);
  }

  /** What was taken away last and can be had back; null for nothing. */
  public ReadOnlyObjectProperty<Removal> removal() {
    return removal.getReadOnlyProperty();
  }

  /** The job whose settings are being edited; null for none. */
  public ReadOnlyObjectProperty<JobRow> edited() {
    return edited.getReadOnlyProperty();
  }

  /** Whether the next pictures take the place of those that are being edited. */
  public BooleanProperty replacing() {
    return replacing;
  }
}
