package io.github.easel.cli;

import io.github.easel.app.grid.GridCell;
import io.github.easel.app.grid.GridOutcome;
import io.github.easel.app.grid.GridProgress;
import io.github.easel.app.grid.GridSize;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationResult;
import java.nio.file.Path;
import java.util.Optional;

/** Tells how a grid goes, to a person or to a program. */
interface GridReporter {

  /** The pictures begin. */
  void begin(GridSize size);

  /** A picture went on. */
  void on(GridProgress progress);

  /**
   * A picture is finished.
   *
   * @param file where it was written, if it was
   */
  void finished(GridCell cell, GenerationResult result, Optional<Path> file);

  /** A picture could not be made or kept. */
  void failed(GridCell cell, GenerationException failure);

  /** The sheet is on the disk. */
  void end(GridOutcome outcome, GridSize size, Path file);

  /** Nothing more is told; also after a failure. */
  void close();
}
