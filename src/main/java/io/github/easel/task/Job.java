package io.github.easel.task;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Progress;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One picture that was asked for, from the asking to its end. Thread-safe. */
public final class Job {

  /** State and outcome change together, so that nobody sees DONE without its result. */
  private record Snapshot(
      JobState state, @Nullable GenerationResult result, @Nullable GenerationException failure) {}

  private final GenerationRequest request;
  private final Cancellation cancellation = new Cancellation();
  private final AtomicReference<Snapshot> snapshot =
      new AtomicReference<>(new Snapshot(JobState.QUEUED, null, null));
  private volatile @Nullable Progress progress;

  Job(GenerationRequest request) {
    this.request = request;
  }

  public GenerationRequest request() {
    return request;
  }

  public JobState state() {
    return now().state();
  }

  /** How far it is; empty before the first report. */
  public Optional<Progress> progress() {
    return Optional.ofNullable(progress);
  }

  /** The picture; present exactly when the job is DONE. */
  public Optional<GenerationResult> result() {
    return Optional.ofNullable(now().result());
  }

  /** Why there is no picture; present exactly when the job is FAILED. */
  public Optional<GenerationException> failure() {
    return Optional.ofNullable(now().failure());
  }

  Cancellation cancellation() {
    return cancellation;
  }

  void progress(Progress report) {
    progress = report;
  }

  boolean start() {
    return move(new Snapshot(JobState.RUNNING, null, null));
  }

  boolean finish(GenerationResult result) {
    return move(new Snapshot(JobState.DONE, result, null));
  }

  boolean fail(GenerationException failure) {
    return move(new Snapshot(JobState.FAILED, null, failure));
  }

  /** Ends a job that will give no picture because somebody wished so. */
  boolean drop() {
    return move(new Snapshot(JobState.CANCELLED, null, null));
  }

  /** Ends the job as cancelled if its turn has not come yet. */
  boolean dropQueued() {
    Snapshot now = now();
    return now.state() == JobState.QUEUED
        && snapshot.compareAndSet(now, new Snapshot(JobState.CANCELLED, null, null));
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
