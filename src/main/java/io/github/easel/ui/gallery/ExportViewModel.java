package io.github.easel.ui.gallery;

import io.github.easel.app.GalleryService;
import io.github.easel.app.Services;
import io.github.easel.app.gallery.ExportOutcome;
import io.github.easel.app.gallery.ExportPlan;
import io.github.easel.app.gallery.ExportPlan.Form;
import io.github.easel.app.gallery.GalleryExport;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes chosen pictures out of the collection, one export at a time. On JavaFX's thread. */
public final class ExportViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(ExportViewModel.class);

  /** So many of so many are done. */
  record Progress(int done, int all) {}

  /**
   * What came of it.
   *
   * @param refused how many pictures could not be read
   * @param made where it is: a folder, or the first file
   */
  record Done(int pictures, int refused, Path made) {}

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Done> done = new ReadOnlyObjectWrapper<>();
  private Cancellation running = new Cancellation();
  private @Nullable Services services;

  ExportViewModel(Workers workers, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
  }

  void open(Services opened) {
    services = opened;
  }

  /**
   * Begins; nothing happens while another runs.
   *
   * @param ids pictures of the collection, in their order
   * @param to a folder for copies and pages, else a file
   * @param locale the language of what is written beside the pictures
   */
  void export(Form form, List<Long> ids, Path to, Locale locale) {
    Services from = services;
    if (from == null || ids.isEmpty() || progress.get() != null) {
      return;
    }
    Cancellation own = new Cancellation();
    running = own;
    done.set(null);
    progress.set(new Progress(0, ids.size()));
    try {
      workers.exports().execute(() -> run(from, form, List.copyOf(ids), to, locale, own));
    } catch (RejectedExecutionException e) {
      LOG.debug("Nothing is exported any more: the window was closed");
    }
  }

  private void run(
      Services from, Form form, List<Long> ids, Path to, Locale locale, Cancellation own) {
    try {
      GalleryService gallery = from.gallery();
      ExportPlan plan = new ExportPlan(form, gallery.items(ids), to, true, locale);
      ExportOutcome outcome =
          new GalleryExport(gallery, from.pictures(), from.settings())
              .export(plan, own, (so, all) -> later(() -> progress.set(new Progress(so, all))));
      Path made = form == Form.COPY ? to : outcome.made().get(0);
      Done all = new Done(outcome.pictures(), outcome.refused().size(), made);
      later(() -> end(all));
    } catch (RuntimeException | OutOfMemoryError e) {
      GenerationException reason = GenerationException.of(e);
      later(() -> end(null));
      if (reason.failure() != Failure.CANCELLED) {
        LOG.warn("Pictures cannot be exported", e);
        later(() -> onFailure.accept(reason));
      }
    }
  }

  private void later(Runnable what) {
    workers.window().execute(what);
  }

  private void end(@Nullable Done all) {
    progress.set(null);
    done.set(all);
  }

  /** Ends the export that runs. */
  public void cancel() {
    running.cancel();
  }

  /** Shows what was made in the system's file manager. */
  void reveal() {
    Services from = services;
    Done last = done.get();
    if (from != null && last != null) {
      workers
          .files()
          .execute(() -> from.desktop().reveal(last.made()).whenComplete(this::revealed));
    }
  }

  private void revealed(Void nothing, @Nullable Throwable thrown) {
    if (thrown != null) {
      GenerationException reason = GenerationException.of(thrown);
      later(() -> onFailure.accept(reason));
    }
  }

  /** It need not be told any longer what came of it. */
  void forget() {
    done.set(null);
  }

  /** How far it is; null while nothing is exported. */
  ReadOnlyObjectProperty<@Nullable Progress> progress() {
    return progress.getReadOnlyProperty();
  }

  /** What came of the last one, until that is put away; null for nothing. */
  ReadOnlyObjectProperty<@Nullable Done> done() {
    return done.getReadOnlyProperty();
  }
}
