package io.github.easel.app.grid;

import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationResult;

/** Is told how a grid goes, on the thread that draws it. */
public interface GridListener {

  /** Hears nothing. */
  GridListener NONE = progress -> {};

  /** Something went on: it must return at once. */
  void on(GridProgress progress);

  /**
   * A picture is finished; here it may be written to a file.
   *
   * @throws GenerationException if it cannot be kept; the grid goes on and counts it as failed
   */
  default void finished(GridCell cell, GenerationResult result) {}

  /** A picture could not be made or kept; the grid goes on unless no other can be hoped for. */
  default void failed(GridCell cell, GenerationException failure) {}
}
