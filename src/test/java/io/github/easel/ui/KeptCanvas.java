package io.github.easel.ui;

import io.github.easel.app.CanvasService;
import io.github.easel.canvas.Belonging;
import io.github.easel.canvas.History;
import io.github.easel.canvas.Project;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A canvas of the last start; of this one's nothing is kept, and there are no projects. */
public record KeptCanvas(History history) implements CanvasService {

  @Override
  public Found open() {
    return new Found(Optional.of(history), Optional.empty(), Optional.empty(), false);
  }

  @Override
  public CompletionStage<Void> keep(History now) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void belongsTo(Optional<Belonging> project) {
    // nothing is kept
  }

  @Override
  public void save(Project project, Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Project read(Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    // nothing is open
  }
}
