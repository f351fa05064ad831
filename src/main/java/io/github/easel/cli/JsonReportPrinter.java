package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.PictureReport;
import io.github.easel.app.PictureReport.Setting;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.Economy;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.Remark;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Seeding;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes one {@linkplain JsonLines JSON object a line}.
 *
 * <pre>
 * picture  file, program (null if the picture does not say how it was made), and then prompt,
 *          negative_prompt, settings [{name, value, written}], request {model, size, sampler,
 *          schedule, steps, guidance, seed, random, clip_skip}, source {name, sha256, strength,
 *          resize, found} if it began with another picture, remarks [{verdict, reason, details,
 *          message}]; texts {keyword: text} if they were asked for
 * </pre>
 */
final class JsonReportPrinter implements ReportPrinter {

  private final JsonLines lines;
  private final UserMessages messages;

  JsonReportPrinter(Streams streams, UserMessages messages) {
    lines = new JsonLines(streams);
    this.messages = messages;
  }

  @Override
  public void print(Path file, Optional<PictureReport> report, Map<String, String> texts) {
    ObjectNode event = JsonLines.event("picture").put("file", file.toString());
    event.put("program", report.map(PictureReport::program).orElse(null));
    report.ifPresent(found -> describe(found, event, messages));
    if (!texts.isEmpty()) {
      ObjectNode node = event.putObject("texts");
      texts.forEach(node::put);
    }
    lines.write(event);
  }

  /** Adds all that the report holds but the program. */
  static void describe(PictureReport report, ObjectNode event, UserMessages messages) {
    event
        .put("prompt", report.prompt().positive())
        .put("negative_prompt", report.prompt().negative());
    ArrayNode settings = event.putArray("settings");
    for (Setting setting : report.settings()) {
      settings
          .addObject()
          .put("name", setting.name())
          .put("value", setting.value())
          .put("written", setting.written());
    }
    describe(report.request(), event.putObject("request"));
    report
        .source()
        .ifPresent(
            source ->
                event
                    .putObject("source")
                    .put("name", source.name())
                    .put("sha256", source.sha256())
                    .put("strength", source.strength())
                    .put("resize", source.fit().label())
                    .put("found", report.request().source().isPresent()));
    ArrayNode remarks = event.putArray("remarks");
    for (Remark remark : report.remarks()) {
      ObjectNode node =
          remarks
              .addObject()
              .put("verdict", remark.reason().verdict().name().toLowerCase(Locale.ROOT))
              .put("reason", remark.reason().name());
      remark.details().forEach(node.putArray("details")::add);
      node.put("message", messages.of(remark));
    }
  }

  /** What is not asked for is left out, but for the seed, which is drawn where none was found. */
  private static void describe(GenerationRequest request, ObjectNode node) {
    Sampling sampling = request.sampling();
    Seeding seeding = request.seeding();
    PromptReading reading = request.prompt().reading();
    node.put("model", request.model())
        .put("size", request.size().toString())
        .put("sampler", sampling.sampler().label())
        .put("schedule", sampling.schedule().label())
        .put("steps", sampling.steps())
        .put("guidance", sampling.guidanceScale());
    sampling.eta().ifPresent(eta -> node.put("eta", eta));
    if (!sampling.economy().equals(Economy.NONE)) {
      node.put("economy", sampling.economy().label());
    }
    node.put("seed", seeding.seed()).put("random", seeding.random().label());
    seeding
        .variation()
        .ifPresent(
            variation ->
                node.put("variation_seed", variation.seed())
                    .put("variation_strength", variation.strength()));
    seeding.resizedFrom().ifPresent(size -> node.put("seed_resized_from", size.toString()));
    if (seeding.stepSeedDelta() != 0) {
      node.put("step_seed_delta", seeding.stepSeedDelta());
    }
    node.put("syntax", reading.syntax().label())
        .put("emphasis", reading.emphasis().label())
        .put("clip_skip", reading.clipSkip());
  }
}
