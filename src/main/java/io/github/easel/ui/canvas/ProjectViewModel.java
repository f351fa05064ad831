package io.github.easel.ui.canvas;

import io.github.easel.app.CanvasService;
import io.github.easel.app.DraftJson;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.History;
import io.github.easel.canvas.MaskFiles;
import io.github.easel.canvas.Project;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.ComposeViewModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Projects: the canvas with its undo, and what was typed for it, in a file of one's own. */
public final class ProjectViewModel {

  private final Sheet sheet;
  private final ComposeViewModel compose;
  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Path> written = new ReadOnlyObjectWrapper<>();
  private Runnable onOpened = () -> {};
  private @Nullable CanvasService service;
  private @Nullable Path awaited;

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

  /** Opens a project in the place of the canvas, now or as soon as the services are open. */
  public void open(Path project) {
    CanvasService from = service;
    if (from == null) {
      awaited = project;
      return;
    }
    workers
        .files()
        .execute(
            () ->
                attempt(
                    () -> {
                      Project read = from.read(project);
                      Optional<Draft> draft = DraftJson.read(read.draft());
                      workers.window().execute(() -> opened(project, read, draft));
                    }));
  }

  private void opened(Path project, Project read, Optional<Draft> draft) {
    sheet.adopt(read.history());
    draft.ifPresent(compose::edit);
    file.set(project);
    onOpened.run();
  }

  /**
   * Writes the canvas, its undo and what is typed to a file, which is the project's from then on.
   */
  public void save(Path project) {
    CanvasService into = service;
    if (into == null) {
      return;
    }
    History history = sheet.history().get();
    String draft = DraftJson.write(compose.snapshot());
    workers
        .files()
        .execute(
            () ->
                attempt(
                    () -> {
                      into.save(new Project(history, draft), project);
                      workers.window().execute(() -> saved(project, project));
                    }));
  }

  /** Writes the mask to a picture file. */
  void saveMask(Path picture) {
    Canvas canvas = sheet.settled();
    workers
        .files()
        .execute(
            () ->
                attempt(
                    () -> {
                      MaskFiles.save(canvas, picture);
                      workers.window().execute(() -> saved(picture, file.get()));
                    }));
  }

  private void saved(Path what, @Nullable Path project) {
    file.set(project);
    written.set(null); // so that writing the same file again is told again
    written.set(what);
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | OutOfMemoryError e) {
      GenerationException reason = GenerationException.of(e);
      workers.window().execute(() -> onFailure.accept(reason));
    }
  }

  /** The canvas is no project's any more. */
  void forget() {
    file.set(null);
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
