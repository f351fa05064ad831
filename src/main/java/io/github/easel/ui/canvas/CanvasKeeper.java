package io.github.easel.ui.canvas;

import io.github.easel.app.CanvasService;
import io.github.easel.canvas.History;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives every state of the sheet to the service that keeps it, once there is one. */
final class CanvasKeeper {

  private final Sheet sheet;
  private final Consumer<Throwable> onFailure;
  private final AtomicBoolean told = new AtomicBoolean();
  private @Nullable CanvasService service;

  /**
   * @param onFailure is told on any thread why nothing is kept: once, and not at every stroke
   */
  CanvasKeeper(Sheet sheet, Consumer<Throwable> onFailure) {
    this.sheet = sheet;
    this.onFailure = onFailure;
    sheet.history().addListener((property, old, now) -> keep(now));
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
                  onFailure.accept(thrown);
                }
              });
    }
  }
}
