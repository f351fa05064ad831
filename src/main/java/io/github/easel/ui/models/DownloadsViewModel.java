package io.github.easel.ui.models;

import io.github.easel.app.DownloadService;
import io.github.easel.app.DownloadService.Wish;
import io.github.easel.app.Services;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.CatalogueEntry;
import io.github.easel.hub.DownloadKind;
import io.github.easel.hub.DownloadPlan;
import io.github.easel.hub.DownloadProgress;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Models from the hub, one at a time: asked about, agreed to, fetched. Connects to nothing before
 * the user asks. On JavaFX's thread.
 */
public final class DownloadsViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(DownloadsViewModel.class);

  private final Workers workers;
  private final ShelfViewModel shelf;
  private final Consumer<GenerationException> onFailure;
  private final TokenViewModel token;
  private final StringProperty wish = new SimpleStringProperty("");
  private final BooleanProperty accepted = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Download> state =
      new ReadOnlyObjectWrapper<>(new Download.Nothing());
  private final ObservableList<CatalogueEntry> catalogue = FXCollections.observableArrayList();
  private DownloadService service = DownloadService.NONE;
  private Cancellation running = new Cancellation();
  private String asked = "";

  DownloadsViewModel(
      Workers workers, ShelfViewModel shelf, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.shelf = shelf;
    this.onFailure = onFailure;
    token = new TokenViewModel(workers, onFailure);
  }

  void open(Services opened) {
    service = opened.downloads();
    token.open(service.token());
  }

  /** Reads what there is to start from, which needs no connection. */
  void readCatalogue() {
    DownloadService from = service;
    if (catalogue.isEmpty()) {
      later(
          workers.models(),
          () -> {
            List<CatalogueEntry> entries = from.catalogue().entries();
            workers.window().execute(() -> catalogue.setAll(entries));
          });
    }
  }

  /** Asks the hub about what was typed. */
  public void ask() {
    ask(wish.get());
  }

  /** Asks the hub what would come. */
  public void ask(String what) {
    if (what.isBlank() || isBusy()) {
      return;
    }
    asked = what.strip();
    String own = asked;
    Cancellation cancellation = begin();
    DownloadService from = service;
    accepted.set(false);
    state.set(new Download.Asking(own));
    later(
        workers.downloads(),
        () -> {
          try {
            DownloadPlan plan = from.plan(new Wish(own), cancellation);
            end(cancellation, new Download.Planned(plan));
          } catch (RuntimeException | OutOfMemoryError e) {
            failed(cancellation, Optional.empty(), e);
          }
        });
  }

  /** Fetches what was planned and agreed to, or goes on with it. */
  public void start() {
    Download now = state.get();
    if (now instanceof Download.Planned planned && (accepted.get() || planned.plan().complete())) {
      fetch(planned.plan(), Optional.empty());
    } else if (now instanceof Download.Paused paused) {
      fetch(paused.plan(), paused.progress());
    } else if (now instanceof Download.Failed failed) {
      failed
          .plan()
          .ifPresentOrElse(plan -> fetch(plan, Optional.empty()), () -> ask(failed.what()));
    }
  }

  private void fetch(DownloadPlan plan, Optional<DownloadProgress> before) {
    Cancellation cancellation = begin();
    DownloadService from = service;
    state.set(new Download.Running(plan, before));
    later(
        workers.downloads(),
        () -> {
          try {
            Path path =
                from.run(
                    plan,
                    progress ->
                        end(cancellation, new Download.Running(plan, Optional.of(progress))),
                    cancellation);
            workers.window().execute(() -> here(cancellation, plan, path));
          } catch (RuntimeException | OutOfMemoryError e) {
            failed(cancellation, Optional.of(plan), e);
          }
        });
  }

  private Cancellation begin() {
    Cancellation own = new Cancellation();
    running = own;
    return own;
  }

  private void end(Cancellation own, Download now) {
    workers
        .window()
        .execute(
            () -> {
              if (own == running) {
                state.set(now);
              }
            });
  }

  private void here(Cancellation own, DownloadPlan plan, Path path) {
    if (own == running) {
      state.set(new Download.Ended(plan, path));
      shelf.lookAndOffer();
    }
  }

  private void failed(Cancellation own, Optional<DownloadPlan> plan, Throwable thrown) {
    GenerationException reason = GenerationException.of(thrown);
    if (reason.failure() != Failure.CANCELLED) {
      LOG.warn("A model cannot be downloaded", thrown);
      end(own, new Download.Failed(asked, plan, reason));
    }
  }

  /** Stops the download; what has come stays, and it can go on. */
  public void pause() {
    if (state.get() instanceof Download.Running now) {
      stop();
      state.set(new Download.Paused(now.plan(), now.progress()));
    }
  }

  /** Nothing is wanted any more; what has come of it is taken away. */
  public void cancel() {
    Download now = state.get();
    stop();
    state.set(new Download.Nothing());
    plan(now)
        .filter(plan -> !(now instanceof Download.Ended) && !plan.complete())
        .filter(plan -> !(now instanceof Download.Planned))
        .ifPresent(this::discard);
  }

  /** It need not be told any longer; what has come of it stays for another time. */
  void leave() {
    stop();
    state.set(new Download.Nothing());
  }

  private static Optional<DownloadPlan> plan(Download now) {
    if (now instanceof Download.Running running) {
      return Optional.of(running.plan());
    }
    if (now instanceof Download.Paused paused) {
      return Optional.of(paused.plan());
    }
    return now instanceof Download.Failed failed ? failed.plan() : Optional.empty();
  }

  /** Behind the download on the same worker, so that its files are closed by then. */
  private void discard(DownloadPlan plan) {
    DownloadService from = service;
    later(
        workers.downloads(),
        () -> {
          try {
            from.discard(plan);
          } catch (RuntimeException e) {
            GenerationException reason = GenerationException.of(e);
            workers.window().execute(() -> onFailure.accept(reason));
          }
        });
  }

  /** Whatever goes on ends; what has come stays for the next time. */
  void stop() {
    running.cancel();
    running = new Cancellation();
  }

  private static void later(java.util.concurrent.Executor worker, Runnable task) {
    try {
      worker.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("Nothing is downloaded any more: the window was closed");
    }
  }

  /** Whether another wish has to wait. */
  public boolean isBusy() {
    Download now = state.get();
    return now instanceof Download.Asking
        || now instanceof Download.Running
        || now instanceof Download.Paused;
  }

  /** Shows what was fetched, and draws with it if it is a whole model. */
  void useEnded() {
    if (state.get() instanceof Download.Ended ended) {
      state.set(new Download.Nothing());
      shelf.chooseNamed(DownloadsViewModel.name(ended));
      ShownModel model = shelf.chosen().get();
      if (model != null && model.card().kind().isModel()) {
        shelf.use(model);
      }
    }
  }

  /** What lists call a download. */
  static String name(Download.Ended ended) {
    String file = String.valueOf(ended.path().getFileName());
    int dot = file.lastIndexOf('.');
    return ended.plan().kind() == DownloadKind.FOLDER || dot <= 0 ? file : file.substring(0, dot);
  }

  /** What is typed: a name or a link. */
  public StringProperty wish() {
    return wish;
  }

  /** Whether the user agrees to the licence of what is planned. */
  public BooleanProperty accepted() {
    return accepted;
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<Download> state() {
    return state.getReadOnlyProperty();
  }

  /** What to start from. */
  public ObservableList<CatalogueEntry> catalogue() {
    return catalogue;
  }

  /** The user's token. */
  public TokenViewModel token() {
    return token;
  }
}
