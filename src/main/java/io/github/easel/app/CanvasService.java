package io.github.easel.app;

import io.github.easel.canvas.Belonging;
import io.github.easel.canvas.History;
import io.github.easel.canvas.Project;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Keeps the canvas so that it comes back however the program ends, and opens and saves projects.
 * Only {@link #keep} and {@link #belongsTo} may be called on the window's thread; the rest takes
 * its time.
 */
public interface CanvasService extends AutoCloseable {

  /** Keeps nothing, and knows no projects. */
  CanvasService NONE =
      new CanvasService() {
        @Override
        public Found open() {
          return Found.NOTHING;
        }

        @Override
        public CompletionStage<Void> keep(History history) {
          return CompletableFuture.completedFuture(null);
        }

        @Override
        public void belongsTo(Optional<Belonging> project) {
          // there are no projects
        }

        @Override
        public void save(Project project, Path file) {
          throw GenerationException.unreadable(file, "there are no projects here", null);
        }

        @Override
        public Project read(Path file) {
          throw GenerationException.unreadable(file, "there are no projects here", null);
        }

        @Override
        public void close() {
          // nothing is open
        }
      };

  /**
   * What an earlier start left.
   *
   * @param history the canvas with its steps; nothing at the first start
   * @param damage what was lost, if not all of it could be read: {@code CANVAS_DAMAGED} or {@code
   *     CANVAS_LOST}, whose sentences say so
   * @param project which project it belongs to, if to any
   * @param beside whether another program has the canvas, so that this is one beside it
   */
  record Found(
      Optional<History> history,
      Optional<GenerationException> damage,
      Optional<Belonging> project,
      boolean beside) {

    /** Nothing was left. */
    public static final Found NOTHING =
        new Found(Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /**
   * The canvas that was kept last. A second program at the same time gets a canvas of its own,
   * which the next second program finds again.
   *
   * @throws GenerationException {@code FILE_UNWRITABLE} if no canvas can be kept here at all
   */
  Found open();

  /**
   * Keeps a canvas and its steps soon, on a thread of its own; of histories that come while one is
   * written only the last is. May let pixels of old states go from memory.
   *
   * @return done when this history or a later one is on the disk; fails with a {@link
   *     GenerationException}, {@code FILE_UNWRITABLE}, and what was kept before is untouched then
   */
  CompletionStage<Void> keep(History history);

  /**
   * Remembers soon, behind what waits to be kept, to which project the canvas belongs, so that the
   * next start knows it.
   *
   * @param project with the state that the file holds; nothing if it belongs to none
   */
  void belongsTo(Optional<Belonging> project);

  /**
   * Writes a project file, which appears only once all of it is written.
   *
   * @throws GenerationException {@code FILE_UNWRITABLE}, {@code PROJECT_TOO_LARGE}
   */
  void save(Project project, Path file);

  /**
   * Reads a project file.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code NOT_A_PROJECT}, {@code
   *     PROJECT_TOO_NEW}, {@code PROJECT_DAMAGED}, {@code PROJECT_TOO_LARGE}
   */
  Project read(Path file);

  /**
   * Waits until all that was to be kept is, though not for ever, and lets other programs have the
   * canvas, which they do not before it is written. Once is enough, but twice does no harm.
   */
  @Override
  void close();
}
