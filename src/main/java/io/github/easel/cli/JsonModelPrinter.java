package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.ModelService.Details;
import io.github.easel.app.ModelService.ModelReport;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.ModelService.Part;
import java.util.Locale;

/**
 * Writes one {@linkplain JsonLines JSON object a line}.
 *
 * <pre>
 * model   name, folder, size, sampler, steps, guidance: one for each model of the list
 * report  name, family, prediction, reason, kind, size, sha256, hash, legacyHash, parts [{name, file,
 *         bytes, inputs, outputs, tensors, types, lack}]; inputs and outputs are strings of name,
 *         type and shape; what is not known of a form is left out
 * </pre>
 */
final class JsonModelPrinter implements ModelPrinter {

  private final JsonLines lines;

  JsonModelPrinter(Streams streams) {
    lines = new JsonLines(streams);
  }

  @Override
  public void print(ModelSummary model) {
    lines.write(
        JsonLines.event("model")
            .put("name", model.name())
            .put("folder", model.folder().toString())
            .put("size", model.size().toString())
            .put("sampler", model.sampling().sampler().label())
            .put("steps", model.sampling().steps())
            .put("guidance", model.sampling().guidanceScale()));
  }

  @Override
  public void print(ModelReport report) {
    ObjectNode event =
        JsonLines.event("report")
            .put("name", report.name())
            .put("family", report.family())
            .put("prediction", report.prediction());
    report.details().ifPresent(details -> put(event, details));
    ArrayNode parts = event.putArray("parts");
    for (Part part : report.parts()) {
      ObjectNode node =
          parts
              .addObject()
              .put("name", part.name())
              .put("file", part.file().toString())
              .put("bytes", part.bytes());
      part.inputs().forEach(node.putArray("inputs")::add);
      part.outputs().forEach(node.putArray("outputs")::add);
      part.tensors()
          .ifPresent(
              count -> {
                node.put("tensors", count);
                part.types().forEach(node.putArray("types")::add);
              });
      part.lack().ifPresent(lack -> node.put("lack", lack));
    }
    lines.write(event);
  }

  private static void put(ObjectNode event, Details details) {
    event
        .put("reason", details.reason())
        .put("kind", details.kind().name().toLowerCase(Locale.ROOT))
        .put("size", details.size().toString());
    details
        .hash()
        .ifPresent(
            hash ->
                event
                    .put("sha256", hash.sha256())
                    .put("hash", hash.brief())
                    .put("legacyHash", hash.legacy()));
  }
}
