package io.github.easel.ui.teach;

import io.github.easel.app.Services;
import io.github.easel.app.TrainingControl;
import io.github.easel.app.TrainingNotes;
import io.github.easel.app.TrainingNotes.Checkpoint;
import io.github.easel.app.TrainingPlan;
import io.github.easel.app.TrainingService;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The training itself: its steps, its checkpoints, and its buttons. On JavaFX's thread. */
public final class TrainingViewModel {

  /** How far it is. */
  public enum State {
    /** Nothing was begun. */
    IDLE,
    RUNNING,
    PAUSED,
    /** It ends within a step. */
    STOPPING,
    /** It was broken off, and can go on from its last checkpoint. */
    STOPPED,
    DONE
  }

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper steps = new ReadOnlyIntegerWrapper(1);
  private final ReadOnlyObjectWrapper<Double> secondsLeft = new ReadOnlyObjectWrapper<>(0.0);
  private final ObservableList<Double> losses = FXCollections.observableArrayList();
  private final ObservableList<Checkpoint> checkpoints = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Checkpoint> chosen = new SimpleObjectProperty<>();
  private @Nullable TrainingControl control;
  private long begun;
  private int begunAt = -1;

  TrainingViewModel(Workers workers, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
  }

  /** Begins where an earlier start of the program ended. */
  void restore(State found, int at, int of, List<Double> earlier, List<Checkpoint> kept) {
    state.set(found);
    done.set(at);
    steps.set(of);
    losses.setAll(earlier);
    show(kept);
  }

  private void show(List<Checkpoint> kept) {
    checkpoints.setAll(kept);
    chosen.set(kept.isEmpty() ? null : kept.get(kept.size() - 1));
  }

  /** Whether it holds the pictures and settings that it began with. */
  public boolean isBusy() {
    State now = state.get();
    return now == State.RUNNING || now == State.PAUSED || now == State.STOPPING;
  }

  /** Starts, or goes on from the last checkpoint of the same plan. */
  void start(Services from, TrainingPlan plan) {
    TrainingControl own = new TrainingControl(new Cancellation());
    control = own;
    begunAt = -1;
    steps.set(plan.steps());
    secondsLeft.set(0.0);
    state.set(State.RUNNING);
    try {
      workers.teaching().execute(() -> train(from, plan, own));
    } catch (RejectedExecutionException e) {
      state.set(State.STOPPED); // the window was closed
    }
  }

  private void train(Services from, TrainingPlan plan, TrainingControl own) {
    boolean lora = plan.what() instanceof TrainingPlan.Lora;
    TrainingNotes notes = from.trainingNotes();
    TrainingService.Follower follower =
        new TrainingService.Follower() {
          @Override
          public void step(int step, int of, double loss) {
            if (step == 1) {
              notes.forget(plan.name(), lora);
            }
            workers.window().execute(() -> stepped(step, loss));
          }

          @Override
          public void checkpoint(int step, Path file, Optional<PixelImage> preview) {
            Checkpoint kept = notes.keep(plan, step, file, preview);
            workers.window().execute(() -> reached(kept));
          }
        };
    try {
      from.training().train(plan, follower, own);
      workers.window().execute(() -> state.set(State.DONE));
    } catch (RuntimeException | OutOfMemoryError e) {
      GenerationException reason = GenerationException.of(e);
      workers.window().execute(() -> failed(reason));
    }
  }

  private void stepped(int step, double loss) {
    if (step == 1) {
      losses.clear();
      show(List.of());
    }
    while (losses.size() >= step) {
      losses.remove(losses.size() - 1); // what came after the checkpoint that it goes on from
    }
    losses.add(loss);
    done.set(step);
    long now = System.nanoTime();
    if (begunAt < 0) {
      begun = now;
      begunAt = step;
    } else {
      double each = (now - begun) / 1e9 / (step - begunAt);
      secondsLeft.set(each * (steps.get() - step));
    }
  }

  private void reached(Checkpoint kept) {
    Checkpoint last = checkpoints.isEmpty() ? null : checkpoints.get(checkpoints.size() - 1);
    boolean follows = Objects.equals(chosen.get(), last); // else the user has picked another one
    checkpoints.removeIf(one -> one.step() == kept.step());
    checkpoints.add(kept);
    if (follows || !checkpoints.contains(chosen.get())) {
      chosen.set(kept);
    }
  }

  private void failed(GenerationException reason) {
    state.set(checkpoints.isEmpty() ? State.IDLE : State.STOPPED);
    if (reason.failure() != Failure.CANCELLED) {
      onFailure.accept(reason);
    }
  }

  /** Holds before the next step, or goes on. */
  public void pause(boolean held) {
    TrainingControl own = control;
    if (own == null || !isBusy() || state.get() == State.STOPPING) {
      return;
    }
    if (held) {
      own.pause();
    } else {
      begunAt = -1; // the pause is no part of a step's time
      own.resume();
    }
    state.set(held ? State.PAUSED : State.RUNNING);
  }

  /** Ends it; what was kept at the last checkpoint stays. */
  public void stop() {
    TrainingControl own = control;
    if (own != null && isBusy()) {
      state.set(State.STOPPING);
      own.cancel();
    }
  }

  /** Offers it no longer. */
  void reset() {
    restore(State.IDLE, 0, 1, List.of(), List.of());
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Steps that were done. */
  public ReadOnlyIntegerProperty done() {
    return done.getReadOnlyProperty();
  }

  /** Steps in all, at least 1. */
  public ReadOnlyIntegerProperty steps() {
    return steps.getReadOnlyProperty();
  }

  /** Until the end, as far as it can be told; 0 if it cannot. */
  public ReadOnlyObjectProperty<Double> secondsLeft() {
    return secondsLeft.getReadOnlyProperty();
  }

  /** The loss of each step. */
  public ObservableList<Double> losses() {
    return losses;
  }

  /** The first first. */
  public ObservableList<Checkpoint> checkpoints() {
    return checkpoints;
  }

  /** The best one, as the user sees it; at first the last. */
  public ObjectProperty<@Nullable Checkpoint> chosen() {
    return chosen;
  }
}
