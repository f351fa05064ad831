package io.github.easel.app.grid;

import io.github.easel.app.GenerationService;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Provenance;
import io.github.easel.image.ContactSheet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One drawing of a grid, from its first picture to its last. */
final class GridRun {

  private static final Logger LOG = LoggerFactory.getLogger(GridRun.class);

  private final GridPlan plan;
  private final List<GridCell> cells;
  private final GenerationService generation;
  private final UserMessages messages;
  private final ContactSheet sheet;
  private final GridPace pace;
  private final List<GridOutcome.Missing> missing = new ArrayList<>();

  /** By number, so that the first one of the sheet is first. */
  private final Map<Integer, Provenance> made = new TreeMap<>();

  GridRun(
      GridPlan plan,
      List<GridCell> cells,
      GenerationService generation,
      UserMessages messages,
      ContactSheet sheet) {
    this.plan = plan;
    this.cells = cells;
    this.generation = generation;
    this.messages = messages;
    this.sheet = sheet;
    pace = new GridPace(cells, System::nanoTime);
  }

  GridOutcome run(GridListener listener, Cancellation cancellation) {
    List<GridCell> order = order(cells);
    Optional<GenerationException> end = Optional.empty();
    for (int i = 0; i < order.size() && end.isEmpty(); i++) {
      end = cancellation.isCancelled() ? cancelled() : draw(order, i, listener, cancellation);
    }
    if (made.isEmpty()) {
      throw end.orElseGet(() -> missing.get(0).failure());
    }
    Provenance first = made.values().iterator().next();
    return new GridOutcome(
        sheet, GridRecord.texts(plan, first), made.size(), missing, end, pace.seconds());
  }

  /** Models one after the other, and sizes within a model; else in reading order. */
  static List<GridCell> order(List<GridCell> cells) {
    List<String> models = cells.stream().map(cell -> cell.request().model()).distinct().toList();
    List<ImageSize> sizes = cells.stream().map(cell -> cell.request().size()).distinct().toList();
    List<GridCell> order = new ArrayList<>(cells);
    order.sort(
        Comparator.comparingInt((GridCell cell) -> models.indexOf(cell.request().model()))
            .thenComparingInt(cell -> sizes.indexOf(cell.request().size())));
    return order;
  }

  private Optional<GenerationException> cancelled() {
    return Optional.of(
        new GenerationException(
            Failure.CANCELLED, "cancelled after %d pictures".formatted(made.size())));
  }

  /** Draws one picture; gives what ends the grid, if anything does. */
  private Optional<GenerationException> draw(
      List<GridCell> order, int index, GridListener listener, Cancellation cancellation) {
    GridCell cell = order.get(index);
    GenerationResult result;
    try {
      result =
          generation.generate(
              cell.request(),
              progress ->
                  listener.on(
                      new GridProgress(
                          cell,
                          index + 1,
                          order.size(),
                          progress,
                          pace.secondsLeft(cell, progress))),
              cancellation);
    } catch (GenerationException e) {
      if (e.failure() == Failure.CANCELLED) {
        return cancelled();
      }
      if (made.isEmpty() && ends(e)) {
        throw e;
      }
      pace.end(cell, false);
      sheet.say(cell.z(), cell.x(), cell.y(), messages.of(e));
      miss(cell, e, listener);
      // What is on the sheet already may have taken hours, so the end is no exception here.
      return Optional.of(e).filter(this::ends);
    }
    pace.end(cell, true);
    sheet.place(cell.z(), cell.x(), cell.y(), result.image());
    made.put(cell.number(), result.provenance());
    try {
      listener.finished(cell, result);
    } catch (GenerationException e) {
      miss(cell, e, listener);
    }
    return Optional.empty();
  }

  private void miss(GridCell cell, GenerationException failure, GridListener listener) {
    LOG.warn("picture {} of the grid failed: {}", cell.number(), failure.getMessage());
    missing.add(new GridOutcome.Missing(cell, failure));
    listener.failed(cell, failure);
  }

  /** Whether no other picture can be hoped for. */
  private boolean ends(GenerationException failure) {
    return switch (failure.failure()) {
      case DEVICE_UNAVAILABLE -> true;
      case MODEL_NOT_FOUND,
          MODEL_FILE_MISSING,
          MODEL_FILE_UNUSABLE,
          SHAPES_UNUSUAL,
          MODEL_UNSUPPORTED ->
          !plan.changes(GridField.MODEL);
      default -> false;
    };
  }
}
