package io.github.easel.ui.canvas;

import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.History;
import io.github.easel.canvas.Limits;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import java.util.ArrayDeque;
import java.util.Deque;
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
 * holds. All of it belongs to the window's thread; what takes its time is done by a worker. What is
 * asked for meanwhile waits for it, in the order in which it was asked for.
 */
final class Sheet {

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final ReadOnlyObjectWrapper<History> history;
  private final ReadOnlyObjectWrapper<Canvas> canvas;
  private final ReadOnlyObjectWrapper<Outline> outline = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Executor frames = Runnable::run;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private Runnable interrupt = () -> {};
  private @Nullable Supplier<Canvas> awaited;
  private String joinedKind = "";
  private @Nullable Canvas joinedLast;

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

  /**
   * Says what becomes of a gesture that something else comes in between.
   *
   * @param ends ends it, if there is one
   */
  void onInterrupt(Runnable ends) {
    interrupt = ends;
  }

  /**
   * The one door for all that changes what holds: does it now, or when the worker has ended, since
   * what the worker makes of the canvas would else take its place.
   */
  void then(Runnable act) {
    if (busy.get()) {
      waiting.add(act);
    } else {
      interrupt.run();
      if (busy.get()) {
        waiting.add(act); // the end of a gesture can be work as well
      } else {
        act.run();
      }
    }
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
  void commit(UnaryOperator<Canvas> change) {
    then(() -> take(() -> history.get().push(Limits.check(change.apply(settled())))));
  }

  /** Likewise for what is not worth a step back, such as another layer to paint on. */
  void amend(UnaryOperator<Canvas> change) {
    then(() -> take(() -> history.get().instead(Limits.check(change.apply(settled())))));
  }

  /** What was undone last comes back after this, and what was done last goes. */
  void undo() {
    then(() -> aside(History::undo, () -> {}));
  }

  /** What was undone last. */
  void redo() {
    then(() -> aside(History::redo, () -> {}));
  }

  /** Another canvas with all its past. */
  void adopt(History other) {
    then(() -> take(() -> other));
  }

  /** Does what takes its time on a worker; the canvas is what comes of it. */
  void later(UnaryOperator<Canvas> work) {
    later(work, () -> {});
  }

  /**
   * Likewise.
   *
   * @param landed is run on the window's thread when that is the canvas, and not if it failed
   */
  void later(UnaryOperator<Canvas> work, Runnable landed) {
    then(() -> aside(now -> now.push(Limits.check(work.apply(now.present()))), landed));
  }

  /**
   * Likewise for something that is done again and again, which makes one step together as long as
   * nothing else comes in between.
   *
   * @param kind what is done
   */
  void joined(String kind, UnaryOperator<Canvas> work) {
    then(
        () -> {
          History now = history.get();
          boolean goesOn =
              kind.equals(joinedKind) && now.present().equals(joinedLast) && !now.canRedo();
          aside(
              from -> {
                Canvas next = Limits.check(work.apply(from.present()));
                return goesOn ? from.instead(next) : from.push(next);
              },
              () -> {
                joinedKind = kind;
                joinedLast = settled();
              });
        });
  }

  /** Histories are immutable, so that a worker may look at the present one. */
  private void aside(UnaryOperator<History> work, Runnable landed) {
    back();
    busy.set(true);
    History now = history.get();
    workers
        .painting()
        .execute(
            () -> {
              try {
                History next = work.apply(now);
                workers.window().execute(() -> ended(() -> next, landed));
              } catch (RuntimeException | OutOfMemoryError e) {
                workers
                    .window()
                    .execute(
                        () ->
                            ended(
                                () -> {
                                  throw e;
                                },
                                landed));
              }
            });
  }

  private void ended(Supplier<History> next, Runnable landed) {
    busy.set(false);
    if (take(next)) {
      landed.run();
    }
    while (!busy.get() && !waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private boolean take(Supplier<History> next) {
    awaited = null;
    outline.set(null);
    boolean taken = false;
    try {
      history.set(next.get());
      taken = true;
    } catch (RuntimeException | OutOfMemoryError e) {
      onFailure.accept(GenerationException.of(e));
    }
    canvas.set(settled());
    return taken;
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
