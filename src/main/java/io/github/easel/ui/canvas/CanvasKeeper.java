package io.github.easel.ui.canvas;

import io.github.easel.app.CanvasService;
import io.github.easel.canvas.History;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** Brings back the canvas of the last start, and gives every state to the service that keeps it. */
final class CanvasKeeper {

  private final Sheet sheet;
  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final AtomicBoolean told = new AtomicBoolean();
  private final ReadOnlyBooleanWrapper beside = new ReadOnlyBooleanWrapper();
  private @Nullable CanvasService service;

  /**
   * @param onFailure is told on the window's thread what was lost, and why nothing is kept: once,
   *     and not at every stroke
   */
  CanvasKeeper(Sheet sheet, Workers workers, Consumer<GenerationException> onFailure) {
    this.sheet = sheet;
    this.workers = workers;
    this.onFailure = onFailure;
    sheet.history().addListener((property, old, now) -> keep(now));
  }

  /**
   * Looks for what was kept.
   *
   * @param use takes it, once nothing else is done on the sheet
   * @param without is run where nothing can be kept at all
   */
  void open(CanvasService opened, Consumer<CanvasService.Found> use, Runnable without) {
    workers
        .files()
        .execute(
            () -> {
              try {
                CanvasService.Found found = opened.open();
                workers.window().execute(() -> found(found, use));
              } catch (RuntimeException e) {
                tell(e);
                workers.window().execute(without);
              }
            });
  }

  private void found(CanvasService.Found found, Consumer<CanvasService.Found> use) {
    found.damage().ifPresent(onFailure);
    beside.set(found.beside());
    sheet.then(() -> use.accept(found));
  }

  private void tell(Throwable thrown) {
    GenerationException reason = GenerationException.of(thrown);
    workers.window().execute(() -> onFailure.accept(reason));
  }

  /** Whether another program has the canvas, which nobody was told of yet. */
  ReadOnlyBooleanProperty beside() {
    return beside.getReadOnlyProperty();
  }

  /** Somebody has read that there is another one. */
  void understood() {
    beside.set(false);
  }

  /** From now on it is kept there, beginning with what is on it. */
  void into(CanvasService opened) {
    service = opened;
    keep(sheet.history().get());
  }

  private void keep(History now) {
    CanvasService into = service;
    if (into != null) {
      into.keep(now)
          .whenComplete(
              (done, thrown) -> {
                if (thrown == null) {
                  told.set(false);
                } else if (!told.getAndSet(true)) {
                  tell(thrown);
                }
              });
    }
  }
}
