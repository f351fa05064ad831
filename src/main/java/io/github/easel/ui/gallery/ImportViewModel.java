package io.github.easel.ui.gallery;

import io.github.easel.app.GalleryService;
import io.github.easel.app.GalleryService.ImportReport;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import io.github.easel.ui.gallery.ExportViewModel.Progress;
import java.nio.file.Path;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes folders of pictures into the collection, one at a time. On JavaFX's thread. */
public final class ImportViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(ImportViewModel.class);

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ImportReport> done = new ReadOnlyObjectWrapper<>();
  private Cancellation running = new Cancellation();
  private @Nullable GalleryService service;

  ImportViewModel(Workers workers, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
  }

  void open(GalleryService opened) {
    service = opened;
  }

  /** Copies the pictures of that folder and of those below it; nothing happens while one runs. */
  public void begin(Path folder) {
    GalleryService into = service;
    if (into == null || progress.get() != null) {
      return;
    }
    Cancellation own = new Cancellation();
    running = own;
    done.set(null);
    progress.set(new Progress(0, 0));
    try {
      workers.exports().execute(() -> run(into, folder, own));
    } catch (RejectedExecutionException e) {
      LOG.debug("Nothing is imported any more: the window was closed");
    }
  }

  private void run(GalleryService into, Path folder, Cancellation own) {
    try {
      ImportReport report =
          into.importFolder(
              folder, own, (so, all) -> later(() -> progress.set(new Progress(so, all))));
      later(() -> end(report));
    } catch (RuntimeException | OutOfMemoryError e) {
      GenerationException reason = GenerationException.of(e);
      later(() -> end(null));
      if (reason.failure() != Failure.CANCELLED) {
        LOG.warn("Pictures cannot be imported", e);
        later(() -> onFailure.accept(reason));
      }
    }
  }

  private void later(Runnable what) {
    workers.window().execute(what);
  }

  private void end(@Nullable ImportReport report) {
    progress.set(null);
    done.set(report);
  }

  /** Ends the import that runs; what was copied stays. */
  public void cancel() {
    running.cancel();
  }

  /** It need not be told any longer what came of it. */
  void forget() {
    done.set(null);
  }

  /** How far it is, of 0 while the pictures are being counted; null while nothing is imported. */
  ReadOnlyObjectProperty<@Nullable Progress> progress() {
    return progress.getReadOnlyProperty();
  }

  /** What came of the last one, until that is put away; null for nothing. */
  public ReadOnlyObjectProperty<@Nullable ImportReport> done() {
    return done.getReadOnlyProperty();
  }
}
