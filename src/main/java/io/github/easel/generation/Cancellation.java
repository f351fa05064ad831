package io.github.easel.generation;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The wish that a running generation should end, passed down to whoever can end it. Thread-safe.
 */
public final class Cancellation {

  /** What must be undone or stopped; see {@link #onCancel}. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  private final Set<Runnable> actions = new LinkedHashSet<>();
  private boolean cancelled;

  /** Asks for the end. Further calls do nothing. */
  public void cancel() {
    Runnable[] toRun;
    synchronized (actions) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      toRun = actions.toArray(Runnable[]::new);
    }
    for (Runnable action : toRun) {
      action.run();
    }
  }

  public boolean isCancelled() {
    synchronized (actions) {
      return cancelled;
    }
  }

  /**
   * Ends the caller by an exception if the end was asked for.
   *
   * @throws GenerationException {@link Failure#CANCELLED}
   */
  public void check() {
    if (isCancelled()) {
      throw new GenerationException(Failure.CANCELLED, "cancelled");
    }
  }

  /**
   * Runs the action when the end is asked for (at once if it was already), on the asking thread,
   * until the registration is closed.
   */
  public Registration onCancel(Runnable action) {
    boolean late;
    synchronized (actions) {
      late = cancelled;
      if (!late) {
        actions.add(action);
      }
    }
    if (late) {
      action.run();
    }
    return () -> {
      synchronized (actions) {
        actions.remove(action);
      }
    };
  }
}
