package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.PromptReport;
import io.github.easel.app.PromptReport.Chunk;
import io.github.easel.app.PromptReport.Part;
import io.github.easel.app.PromptReport.Phase;
import io.github.easel.app.PromptReport.Run;
import io.github.easel.app.PromptReport.Span;
import java.util.List;
import java.util.Locale;

/**
 * Writes one {@linkplain JsonLines JSON object}.
 *
 * <pre>
 * prompt  used, limit, extras, adapters [{kind, name, there, unet, text, places}], parts [{weight, phases [{steps [[first, last]], used, limit, segments
 *         [[{text, weight}]], chunks [{used, room, text}]}]}]
 * </pre>
 */
final class JsonPromptPrinter {

  private final JsonLines lines;

  JsonPromptPrinter(Streams streams) {
    lines = new JsonLines(streams);
  }

  void print(PromptReport report) {
    ObjectNode event =
        JsonLines.event("prompt").put("used", report.used()).put("limit", report.limit());
    report.extras().forEach(event.putArray("extras")::add);
    ArrayNode adapters = event.putArray("adapters");
    report
        .adapters()
        .forEach(
            adapter ->
                adapters
                    .addObject()
                    .put("kind", adapter.kind().name().toLowerCase(Locale.ROOT))
                    .put("name", adapter.name())
                    .put("there", adapter.there())
                    .put("unet", adapter.unet())
                    .put("text", adapter.text())
                    .put("places", adapter.places()));
    ArrayNode parts = event.putArray("parts");
    for (Part part : report.parts()) {
      ArrayNode phases = parts.addObject().put("weight", part.weight()).putArray("phases");
      part.phases().forEach(phase -> put(phase, phases.addObject()));
    }
    lines.write(event);
  }

  private static void put(Phase phase, ObjectNode node) {
    ArrayNode steps = node.putArray("steps");
    for (Span span : phase.spans()) {
      steps.addArray().add(span.first()).add(span.last());
    }
    node.put("used", phase.used()).put("limit", phase.limit());
    ArrayNode segments = node.putArray("segments");
    for (List<Run> segment : phase.segments()) {
      ArrayNode runs = segments.addArray();
      segment.forEach(run -> runs.addObject().put("text", run.text()).put("weight", run.weight()));
    }
    ArrayNode chunks = node.putArray("chunks");
    for (Chunk chunk : phase.chunks()) {
      chunks
          .addObject()
          .put("used", chunk.used())
          .put("room", chunk.room())
          .put("text", chunk.text());
    }
  }
}
