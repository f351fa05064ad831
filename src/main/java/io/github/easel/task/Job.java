package io.github.easel.task;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Progress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that were asked for at once, from the asking to their end. Its pictures are made one
 * after the other. Thread-safe.
 */
public final class Job {

  /** State and outcome change together, so that nobody sees FAILED without its reason. */
  private record Snapshot(JobState state, @Nullable GenerationException failure) {}

  private final UUID id;
  private final Draft draft;
  private final List<GenerationRequest> pictures;
  private final Cancellation cancellation = new Cancellation();
  private final AtomicReference<Snapshot> snapshot =
      new AtomicReference<>(new Snapshot(JobState.QUEUED, null));
  private volatile @Nullable Progress progress;
  private volatile int done;

  /**
   * @param id tells it apart from every other, after a restart too
   * @param draft what it was made of, to be edited or made again
   * @param pictures at least one
   */
  public Job(UUID id, Draft draft, List<GenerationRequest> pictures) {
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException("a job without pictures");
    }
    this.id = id;
    this.draft = draft;
    this.pictures = List.copyOf(pictures);
  }

  public UUID id() {
    return id;
  }

  public Draft draft() {
    return draft;
  }

  /** The pictures that were asked for, in the order in which they are made. */
  public List<GenerationRequest> pictures() {
    return pictures;
  }

  /** How many of them are finished. */
  public int done() {
    return done;
  }

  public JobState state() {
    return now().state();
  }

  /** How far its present picture is; empty before the first report. */
  public Optional<Progress> progress() {
    return Optional.ofNullable(progress);
  }

  /** Why the pictures from {@link #done} on are missing; present exactly when it is FAILED. */
  public Optional<GenerationException> failure() {
    return Optional.ofNullable(now().failure());
  }

  Cancellation cancellation() {
    return cancellation;
  }

  void progress(@Nullable Progress report) {
    progress = report;
  }

  void done(int pictures) {
    done = pictures;
  }

  boolean start() {
    return move(new Snapshot(JobState.RUNNING, null));
  }

  boolean finish() {
    return move(new Snapshot(JobState.DONE, null));
  }

  boolean fail(GenerationException failure) {
    return move(new Snapshot(JobState.FAILED, failure));
  }

  /** Ends a job that will give no further picture because somebody wished so. */
  boolean drop() {
    return move(new Snapshot(JobState.CANCELLED, null));
  }

  /** Ends the job as cancelled if its turn has not come yet. */
  boolean dropQueued() {
    Snapshot now = now();
    return now.state() == JobState.QUEUED
        && snapshot.compareAndSet(now, new Snapshot(JobState.CANCELLED, null));
  }

  private Snapshot now() {
    return Objects.requireNonNull(snapshot.get());
  }

  private boolean move(Snapshot next) {
    Snapshot now = now();
    while (now.state().leadsTo(next.state())) {
      if (snapshot.compareAndSet(now, next)) {
        return true;
      }
      now = now();
    }
    return false;
  }
}
