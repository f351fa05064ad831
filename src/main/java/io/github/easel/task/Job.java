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
import java.util.concurrent.atomic.AtomicInteger;
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
  private final AtomicInteger begun;
  private volatile boolean held;
  private volatile boolean unwanted;

  /**
   * A new job.
   *
   * @param id tells it apart from every other, after a restart too
   * @param draft what it was made of, to be edited or made again
   * @param pictures at least one
   */
  public Job(UUID id, Draft draft, List<GenerationRequest> pictures) {
    this(id, draft, pictures, 0, 0, false);
  }

  /**
   * A job that began earlier.
   *
   * @param done how many of its pictures are finished, fewer than all
   * @param begun as {@link #begun}
   * @param held as {@link #held}
   */
  public Job(
      UUID id, Draft draft, List<GenerationRequest> pictures, int done, int begun, boolean held) {
    if (done < 0 || done >= pictures.size()) {
      throw new IllegalArgumentException(done + " of " + pictures.size() + " pictures done");
    }
    this.id = id;
    this.draft = draft;
    this.pictures = List.copyOf(pictures);
    this.done = done;
    this.begun = new AtomicInteger(begun);
    this.held = held;
  }

  /**
   * A job of the same id for the pictures that this one has not made: for one that failed or was
   * cancelled, since a job ends only once.
   *
   * @param hold whether it is to wait until it is let go
   */
  public Job again(boolean hold) {
    return new Job(id, draft, pictures, done, 0, hold);
  }

  /** A job that failed earlier; {@link #again} makes one of it that can be lined up. */
  public static Job failed(
      UUID id,
      Draft draft,
      List<GenerationRequest> pictures,
      int done,
      GenerationException failure) {
    Job job = new Job(id, draft, pictures, done, 0, false);
    job.start();
    job.fail(failure);
    return job;
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

  /**
   * How often it was begun since its last finished picture without coming to an end, which a
   * program that died while it ran leaves behind.
   */
  public int begun() {
    return begun.get();
  }

  /** Whether it waits until it is let go, however long the others are done. */
  public boolean held() {
    return held;
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
    begun.set(1);
  }

  void hold(boolean hold) {
    held = hold;
  }

  /** Somebody wants no further picture of it; a queue that closes does not say so. */
  void discard() {
    unwanted = true;
  }

  boolean unwanted() {
    return unwanted;
  }

  boolean start() {
    begun.incrementAndGet();
    return move(new Snapshot(JobState.RUNNING, null));
  }

  /** Lets it wait again for the pictures that are missing. */
  boolean handBack() {
    begun.set(0);
    progress = null;
    return move(new Snapshot(JobState.QUEUED, null));
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
