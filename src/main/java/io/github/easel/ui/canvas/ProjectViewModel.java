package io.github.easel.ui.canvas;

import io.github.easel.app.CanvasService;
import io.github.easel.app.DraftJson;
import io.github.easel.canvas.Belonging;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.History;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.MaskFiles;
import io.github.easel.canvas.Project;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.ComposeViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Projects: the canvas with its undo, and what was typed for it, in a file of one's own. */
public final class ProjectViewModel {

  /**
   * A project that was read.
   *
   * @param file where it lies
   * @param read what it holds
   * @param draft what was typed for it
   */
  record Opening(Path file, Project read, Optional<Draft> draft) {}

  private final Sheet sheet;
  private final ComposeViewModel compose;
  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Path> written = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Opening> asked = new ReadOnlyObjectWrapper<>();
  private Runnable onOpened = () -> {};
  private @Nullable CanvasService service;
  private @Nullable Path awaited;

  /** The layers as they lie in a file of the user's. */
  private List<Layer> safe = List.of();

  /** Counts what decides whose file it is: only the last decision counts. */
  private int turn;

  ProjectViewModel(
      Sheet sheet,
      ComposeViewModel compose,
      Workers workers,
      Consumer<GenerationException> onFailure) {
    this.sheet = sheet;
    this.compose = compose;
    this.workers = workers;
    this.onFailure = onFailure;
  }

  /** From now on projects are read and written there; one that was asked for before is opened. */
  void serve(CanvasService opened) {
    service = opened;
    Path first = awaited;
    awaited = null;
    if (first != null) {
      open(first);
    }
  }

  /**
   * Is told when a project was opened.
   *
   * @param shows brings the canvas to sight
   */
  public void onOpened(Runnable shows) {
    onOpened = shows;
  }

  /**
   * Opens a project in the place of the canvas, now or as soon as the services are open. It asks
   * first if the canvas is not saved.
   */
  public void open(Path project) {
    CanvasService from = service;
    if (from == null) {
      awaited = project;
      return;
    }
    withFiles(
        () -> {
          Project read = from.read(project);
          Optional<Draft> draft = DraftJson.read(read.draft());
          return () -> opened(new Opening(project, read, draft));
        });
  }

  private void opened(Opening ready) {
    sheet.then(
        () -> {
          if (unsaved()) {
            asked.set(ready);
            onOpened.run();
          } else {
            take(ready);
          }
        });
  }

  /** Whether there is something on the canvas that no project of the user's holds. */
  private boolean unsaved() {
    Canvas now = sheet.settled();
    return !CanvasViewModel.bare(now) && !now.layers().equals(safe);
  }

  /** What opens and what is forgotten belong to each other, so that no other file is written. */
  private void take(Opening ready) {
    asked.set(null);
    sheet.adopt(ready.read().history());
    turn++;
    belongs(ready.file(), sheet.settled());
    ready.draft().ifPresent(compose::edit);
    onOpened.run();
  }

  /** The canvas of the last start belongs to that project. */
  void broughtBack(Belonging last) {
    file.set(last.file());
    safe = last.held().map(Canvas::layers).orElse(List.of());
  }

  /** The canvas belongs to that file, which holds it. */
  private void belongs(Path project, Canvas canvas) {
    file.set(project);
    safe = canvas.layers();
    remember(Optional.of(new Belonging(project, Optional.of(canvas))));
  }

  private void remember(Optional<Belonging> project) {
    CanvasService into = service;
    if (into != null) {
      into.belongsTo(project);
    }
  }

  /** A project that was read and waits, since the canvas is not saved; null for none. */
  ReadOnlyObjectProperty<Opening> asked() {
    return asked.getReadOnlyProperty();
  }

  /** Leaves a project alone that waits; false if none does. */
  public boolean dismiss() {
    boolean waits = asked.get() != null;
    answer(false);
    return waits;
  }

  /**
   * Answers whether the project that waits takes the canvas's place.
   *
   * @param opens whether it does
   */
  void answer(boolean opens) {
    Opening ready = asked.get();
    asked.set(null);
    if (opens && ready != null) {
      sheet.then(() -> take(ready));
    }
  }

  /**
   * Writes the canvas, its undo and what is typed to a file, which is the project's from then on.
   */
  public void save(Path project) {
    sheet.then(() -> saveNow(project));
  }

  private void saveNow(Path project) {
    CanvasService into = service;
    if (into == null) {
      return;
    }
    turn++;
    int mine = turn;
    History history = sheet.history().get();
    String draft = DraftJson.write(compose.snapshot());
    withFiles(
        () -> {
          into.save(new Project(history, draft), project);
          return () -> saved(project, history.present(), mine);
        });
  }

  private void saved(Path project, Canvas canvas, int mine) {
    if (mine == turn) { // else another canvas or another file came meanwhile
      belongs(project, canvas);
    }
    tell(project);
  }

  /** Writes the mask to a picture file. */
  void saveMask(Path picture) {
    Canvas canvas = sheet.settled();
    withFiles(
        () -> {
          MaskFiles.save(canvas, picture);
          return () -> tell(picture);
        });
  }

  private void tell(Path what) {
    written.set(null); // so that writing the same file again is told again
    written.set(what);
  }

  /**
   * Reads or writes files on a worker.
   *
   * @param work gives what is done in the window then; where it fails, the window is told why
   */
  private void withFiles(Supplier<Runnable> work) {
    workers
        .files()
        .execute(
            () -> {
              Runnable after;
              try {
                after = work.get();
              } catch (RuntimeException | OutOfMemoryError e) {
                GenerationException reason = GenerationException.of(e);
                after = () -> onFailure.accept(reason);
              }
              workers.window().execute(after);
            });
  }

  /** The canvas is no project's any more. */
  void forget() {
    turn++;
    safe = List.of();
    asked.set(null);
    file.set(null);
    remember(Optional.empty());
  }

  /** The project's file; null before it was saved. */
  public ReadOnlyObjectProperty<Path> file() {
    return file.getReadOnlyProperty();
  }

  /** What was written last; null before anything was. */
  ReadOnlyObjectProperty<Path> written() {
    return written.getReadOnlyProperty();
  }
}
