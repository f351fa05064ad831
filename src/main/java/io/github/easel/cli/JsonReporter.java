package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.DeviceReport;
import io.github.easel.app.PictureReport;
import io.github.easel.app.PromptExpansion.Planned;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Notice;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Stage;
import io.github.easel.generation.Timings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one {@linkplain JsonLines JSON object a line}.
 *
 * <pre>
 * settings  the picture that the settings were taken from, as {@link JsonReportPrinter} writes it
 * notice kind, message
 * plan   image, images, seed, prompt, negative_prompt: the final words, before any picture is drawn, if
 *        options change them or nothing is to be drawn
 * step   image, images, seed, step, steps, seconds_per_step, seconds_left
 * image  file, prompt, negative_prompt, seed, seconds, stages {loading, encoding, sampling, denoiser,
 *        decoding}, size, steps, sampler, schedule, guidance, random, variation_seed and
 *        variation_strength if there is a variation, source {name, sha256, strength, resize, steps; mask, its sha256, of a part}
 *        (those drawn) if it began with a picture, model, engine, device, device_reason,
 *        notices [{kind, message}], and files and seeds:
 *        those of all pictures so far, so that the last line names everything that was made
 * error  failure, message
 * </pre>
 *
 * <p>{@code seconds} is the sum of the stages; {@code denoiser} is the part of {@code sampling}
 * spent inside the UNet.
 */
final class JsonReporter implements Reporter {

  private final JsonLines lines;
  private final UserMessages messages;
  private final List<String> files = new ArrayList<>();
  private final List<Long> seeds = new ArrayList<>();
  private String device = "";
  private String deviceReason = "";

  JsonReporter(Streams streams, UserMessages messages) {
    lines = new JsonLines(streams);
    this.messages = messages;
  }

  @Override
  public void device(DeviceReport report) {
    device = report.device();
    deviceReason = report.reason();
  }

  @Override
  public void recalled(Path file, PictureReport report) {
    ObjectNode event =
        JsonLines.event("settings").put("file", file.toString()).put("program", report.program());
    JsonReportPrinter.describe(report, event, messages);
    lines.write(event);
  }

  @Override
  public void notice(Notice notice) {
    lines.write(
        JsonLines.event("notice")
            .put("kind", notice.kind().name())
            .put("message", messages.of(notice)));
  }

  @Override
  public void planned(int index, int count, Planned picture, boolean result) {
    lines.write(
        JsonLines.event("plan")
            .put("image", index)
            .put("images", count)
            .put("seed", picture.seeding().seed())
            .put("prompt", picture.prompt().positive())
            .put("negative_prompt", picture.prompt().negative()));
  }

  @Override
  public ProgressListener begin(int index, int count, Seeding seeding) {
    return progress -> {
      if (progress.stage() == Stage.SAMPLING && progress.step() > 0) {
        step(progress, index, count, seeding.seed());
      }
    };
  }

  private void step(Progress progress, int index, int count, long seed) {
    ObjectNode event =
        JsonLines.event("step")
            .put("image", index)
            .put("images", count)
            .put("seed", seed)
            .put("step", progress.step())
            .put("steps", progress.steps())
            .put("seconds_per_step", progress.secondsPerStep())
            .put("seconds_left", progress.secondsLeft());
    lines.write(event);
  }

  @Override
  public void finish(GenerationResult result, Path file) {
    GenerationRequest request = result.provenance().request();
    Timings timings = result.timings();
    files.add(file.toString());
    seeds.add(request.seed());
    ObjectNode event =
        JsonLines.event("image")
            .put("file", file.toString())
            .put("prompt", request.prompt().positive())
            .put("negative_prompt", request.prompt().negative())
            .put("seed", request.seed())
            .put("seconds", timings.total())
            .put("size", request.size().toString())
            .put("steps", request.sampling().steps())
            .put("sampler", request.sampling().sampler().label())
            .put("schedule", request.sampling().schedule().label())
            .put("guidance", request.sampling().guidanceScale())
            .put("random", result.provenance().random())
            .put("model", result.provenance().modelName())
            .put("engine", result.provenance().engine())
            .put("device", device)
            .put("device_reason", deviceReason);
    request
        .seeding()
        .variation()
        .ifPresent(
            other ->
                event
                    .put("variation_seed", other.seed())
                    .put("variation_strength", other.strength()));
    result
        .provenance()
        .source()
        .ifPresent(
            source -> {
              ObjectNode inner =
                  event
                      .putObject("source")
                      .put("name", source.name())
                      .put("sha256", source.sha256())
                      .put("strength", source.strength())
                      .put("resize", source.fit().label())
                      .put("steps", request.drawnSteps());
              source.repaint().ifPresent(part -> inner.put("mask", part.sha256()));
            });
    event
        .putObject("stages")
        .put("loading", timings.loading())
        .put("encoding", timings.encoding())
        .put("sampling", timings.sampling())
        .put("denoiser", timings.denoiser())
        .put("decoding", timings.decoding());
    JsonLines.putNotices(event, result.notices(), messages);
    files.forEach(event.putArray("files")::add);
    ArrayNode seedsSoFar = event.putArray("seeds");
    seeds.forEach(seed -> seedsSoFar.add(seed.longValue()));
    lines.write(event);
  }

  @Override
  public void fail(String failure, String message) {
    lines.write(JsonLines.event("error").put("failure", failure).put("message", message));
  }
}
