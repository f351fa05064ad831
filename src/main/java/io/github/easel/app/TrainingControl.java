package io.github.easel.app;

import io.github.easel.generation.Cancellation;
import io.github.easel.training.TrainingPause;

/** Buttons for a training that runs elsewhere. */
public final class TrainingControl {

  private final TrainingPause pause = new TrainingPause();
  private final Cancellation cancellation;

  /** For a training that can also be cancelled otherwise. */
  public TrainingControl(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /** Holds before the next step. */
  public void pause() {
    pause.pause();
  }

  /** Goes on. */
  public void resume() {
    pause.resume();
  }

  /** Whether it holds. */
  public boolean isPaused() {
    return pause.isPaused();
  }

  /** Ends within a step; what was kept at the last checkpoint stays, and can be gone on from. */
  public void cancel() {
    cancellation.cancel();
  }

  TrainingPause hold() {
    return pause;
  }

  Cancellation cancellation() {
    return cancellation;
  }
}
