package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.UserMessages;
import io.github.easel.app.grid.GridCell;
import io.github.easel.app.grid.GridOutcome;
import io.github.easel.app.grid.GridProgress;
import io.github.easel.app.grid.GridSize;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Progress;
import io.github.easel.generation.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes one {@linkplain JsonLines JSON object a line}. A picture's {@code number} counts from 1 in
 * reading order; {@code x}, {@code y} and {@code z} are its column, row and page from 0.
 *
 * <pre>
 * step   image, images, number, x, y, z, seed, step, steps, seconds_per_step, seconds_left: that of
 *        the whole grid
 * cell   number, x, y, z, seed, seconds, sampler, schedule, steps, guidance, size, model, notices
 *        [{kind, message}], and file if it was written; or number, x, y, z, failure, message
 * grid   file, width, height, pictures, made, failed, cancelled, seconds, files: those of the pictures
 * </pre>
 */
final class JsonGridReporter implements GridReporter {

  private final JsonLines lines;
  private final UserMessages messages;
  private final List<String> files = new ArrayList<>();

  JsonGridReporter(Streams streams, UserMessages messages) {
    lines = new JsonLines(streams);
    this.messages = messages;
  }

  @Override
  public void begin(GridSize size) {}

  private static ObjectNode event(String name, GridCell cell) {
    return place(JsonLines.event(name), cell);
  }

  private static ObjectNode place(ObjectNode event, GridCell cell) {
    return event
        .put("number", cell.number())
        .put("x", cell.x())
        .put("y", cell.y())
        .put("z", cell.z());
  }

  @Override
  public void on(GridProgress progress) {
    Progress step = progress.step();
    if (step.stage() != Stage.SAMPLING || step.step() == 0) {
      return;
    }
    ObjectNode event =
        JsonLines.event("step").put("image", progress.picture()).put("images", progress.pictures());
    lines.write(
        place(event, progress.cell())
            .put("seed", progress.cell().request().seed())
            .put("step", step.step())
            .put("steps", step.steps())
            .put("seconds_per_step", step.secondsPerStep())
            .put("seconds_left", progress.secondsLeft()));
  }

  @Override
  public void finished(GridCell cell, GenerationResult result, Optional<Path> file) {
    GenerationRequest request = cell.request();
    ObjectNode event =
        event("cell", cell)
            .put("seed", request.seed())
            .put("seconds", result.timings().total())
            .put("sampler", request.sampling().sampler().label())
            .put("schedule", request.sampling().schedule().label())
            .put("steps", request.sampling().steps())
            .put("guidance", request.sampling().guidanceScale())
            .put("size", request.size().toString())
            .put("model", result.provenance().modelName());
    JsonLines.putNotices(event, result.notices(), messages);
    file.ifPresent(
        written -> {
          files.add(written.toString());
          event.put("file", written.toString());
        });
    lines.write(event);
  }

  @Override
  public void failed(GridCell cell, GenerationException failure) {
    lines.write(
        event("cell", cell)
            .put("failure", failure.failure().name())
            .put("message", messages.of(failure)));
  }

  @Override
  public void end(GridOutcome outcome, GridSize size, Path file) {
    ObjectNode event =
        JsonLines.event("grid")
            .put("file", file.toString())
            .put("width", size.width())
            .put("height", size.height())
            .put("pictures", size.pictures())
            .put("made", outcome.made())
            .put("failed", outcome.missing().size())
            .put("cancelled", outcome.cancelled())
            .put("seconds", outcome.seconds());
    files.forEach(event.putArray("files")::add);
    lines.write(event);
  }

  @Override
  public void close() {}
}
