package io.github.easel.training;

import io.github.easel.generation.Cancellation;

/** Holds a training between two steps. */
public final class TrainingPause {

  private boolean paused;

  /** From the next step on nothing is done. */
  public synchronized void pause() {
    paused = true;
  }

  /** Goes on. */
  public synchronized void resume() {
    paused = false;
    notifyAll();
  }

  /** Whether it holds. */
  public synchronized boolean isPaused() {
    return paused;
  }

  /** Returns once it does not hold. */
  @SuppressWarnings("try") // the registration works by being open
  synchronized void await(Cancellation cancellation) {
    try (Cancellation.Registration registration = cancellation.onCancel(this::resume)) {
      while (paused) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancellation.cancel();
    }
    cancellation.check();
  }
}
