package io.github.easel.ui.canvas;

import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.History;
import io.github.easel.canvas.Limits;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The canvas with its undo: what is seen, which may be a stroke that is not ended yet, and what
 * holds. All of it belongs to the window's thread; what takes its time is done by a worker, and
 * nothing is painted meanwhile.
 */
final class Sheet {

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final ReadOnlyObjectWrapper<History> history;
  private final ReadOnlyObjectWrapper<Canvas> canvas;
  private final ReadOnlyObjectWrapper<Outline> outline = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Executor frames = Runnable::run;
  private @Nullable Supplier<Canvas> awaited;

  Sheet(Canvas first, Workers workers, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
    history = new ReadOnlyObjectWrapper<>(History.of(first));
    canvas = new ReadOnlyObjectWrapper<>(first);
  }

  /**
   * Says when strokes are to be looked at.
   *
   * @param nextFrame runs what it is given before the window is next drawn, on the window's thread
   */
  void lookIn(Executor nextFrame) {
    frames = nextFrame;
  }

  /** The canvas as it holds, without what is under way. */
  Canvas settled() {
    return history.get().present();
  }

  /** Shows a canvas that does not hold yet. */
  void preview(Canvas now) {
    canvas.set(now);
  }

  /** Likewise, but before the window is next drawn; of several only the last is asked. */
  void previewLater(Supplier<Canvas> now) {
    boolean waits = awaited != null;
    awaited = now;
    if (!waits) {
      frames.execute(this::look);
    }
  }

  private void look() {
    Supplier<Canvas> now = awaited;
    awaited = null;
    if (now != null) {
      canvas.set(now.get());
    }
  }

  /** Forgets what does not hold. */
  void back() {
    awaited = null;
    outline.set(null);
    canvas.set(settled());
  }

  /** From now on this is the canvas; the one before can be had back. */
  void commit(Canvas next) {
    take(() -> history.get().push(Limits.check(next)));
  }

  /** Likewise for what is not worth a step back, such as another layer to paint on. */
  void amend(Canvas next) {
    take(() -> history.get().instead(Limits.check(next)));
  }

  /** What was undone last comes back after this, and what was done last goes. */
  void undo() {
    aside(History::undo);
  }

  /** What was undone last. */
  void redo() {
    aside(History::redo);
  }

  /** Another canvas with all its past. */
  void adopt(History other) {
    take(() -> other);
  }

  /** Does what takes its time on a worker; the canvas is what comes of it. */
  void later(UnaryOperator<Canvas> work) {
    aside(now -> now.push(Limits.check(work.apply(now.present()))));
  }

  /** Histories are immutable, so that a worker may look at the present one. */
  private void aside(UnaryOperator<History> work) {
    if (busy.get()) {
      return;
    }
    back();
    busy.set(true);
    History now = history.get();
    workers
        .aside()
        .execute(
            () -> {
              try {
                History next = work.apply(now);
                workers.window().execute(() -> ended(() -> next));
              } catch (RuntimeException | OutOfMemoryError e) {
                workers
                    .window()
                    .execute(
                        () ->
                            ended(
                                () -> {
                                  throw e;
                                }));
              }
            });
  }

  private void ended(Supplier<History> next) {
    busy.set(false);
    take(next);
  }

  private void take(Supplier<History> next) {
    awaited = null;
    outline.set(null);
    try {
      history.set(next.get());
    } catch (RuntimeException | OutOfMemoryError e) {
      onFailure.accept(GenerationException.of(e));
    }
    canvas.set(settled());
  }

  /** What is seen. */
  ReadOnlyObjectProperty<Canvas> canvas() {
    return canvas.getReadOnlyProperty();
  }

  /** What holds, and the way there. */
  ReadOnlyObjectProperty<History> history() {
    return history.getReadOnlyProperty();
  }

  /** The shape that is being drawn; null for none. */
  ReadOnlyObjectWrapper<Outline> outline() {
    return outline;
  }

  /** Whether a worker is at it, so that nothing can be painted. */
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
