package io.github.easel.cli;

import io.github.easel.app.PictureName;
import io.github.easel.app.PictureStore;
import io.github.easel.app.grid.GridAxis;
import io.github.easel.app.grid.GridCell;
import io.github.easel.app.grid.GridListener;
import io.github.easel.app.grid.GridPlan;
import io.github.easel.app.grid.GridProgress;
import io.github.easel.app.grid.GridTexts;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationResult;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a grid's pictures one by one, if that is wished for, and passes on how it goes. */
final class GridCells implements GridListener {

  private final PictureStore pictures;
  private final Optional<Path> folder;
  private final GridPlan plan;
  private final GridTexts texts;
  private final GridReporter reporter;

  GridCells(
      PictureStore pictures,
      Optional<Path> folder,
      GridPlan plan,
      GridTexts texts,
      GridReporter reporter) {
    this.pictures = pictures;
    this.folder = folder;
    this.plan = plan;
    this.texts = texts;
    this.reporter = reporter;
  }

  @Override
  public void on(GridProgress progress) {
    reporter.on(progress);
  }

  @Override
  public void finished(GridCell cell, GenerationResult result) {
    Optional<Path> file = folder.map(into -> file(into, cell));
    file.ifPresent(target -> pictures.write(result, target));
    reporter.finished(cell, result, file);
  }

  @Override
  public void failed(GridCell cell, GenerationException failure) {
    reporter.failed(cell, failure);
  }

  /** {@code <number>-<words of its labels>.png}, a name that is not taken. */
  private Path file(Path into, GridCell cell) {
    String labels =
        Stream.of(label(plan.z(), cell.z()), label(plan.y(), cell.y()), label(plan.x(), cell.x()))
            .filter(label -> !label.isEmpty())
            .collect(Collectors.joining(" "));
    String number = "%03d".formatted(cell.number());
    String words = PictureName.words(labels);
    try {
      return OutputFiles.free(into, words.isEmpty() ? number : number + "-" + words);
    } catch (InvalidPathException unmappable) {
      return OutputFiles.free(into, number);
    }
  }

  private String label(Optional<GridAxis> axis, int place) {
    return axis.map(some -> texts.label(some, some.values().get(place))).orElse("");
  }
}
