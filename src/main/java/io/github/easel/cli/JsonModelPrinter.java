package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.AdapterService.AdapterSummary;
import io.github.easel.app.ModelService.Details;
import io.github.easel.app.ModelService.FileReport;
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
 * adapter  name, kind (lora, embedding), file, family, bytes, triggers: one for each of the list
 * file     name, file, kind, family, drawn, form, bytes, tensors, types, triggers, metadata, sha256, hash,
 *          legacyHash, adapterHash: a file that is no whole model
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
  public void print(AdapterSummary adapter) {
    ObjectNode event =
        JsonLines.event("adapter")
            .put("name", adapter.name())
            .put("kind", adapter.kind().name().toLowerCase(Locale.ROOT))
            .put("file", adapter.file().toString())
            .put("family", adapter.family())
            .put("bytes", adapter.bytes());
    adapter.triggers().forEach(event.putArray("triggers")::add);
    lines.write(event);
  }

  @Override
  public void print(FileReport report) {
    ObjectNode event =
        JsonLines.event("file")
            .put("name", report.name())
            .put("file", report.file().toString())
            .put("kind", report.kind())
            .put("family", report.family())
            .put("drawn", report.drawn())
            .put("form", report.form())
            .put("bytes", report.bytes())
            .put("tensors", report.tensors())
            .put("sha256", report.hash().sha256())
            .put("hash", report.hash().brief())
            .put("legacyHash", report.hash().legacy());
    report.adapterHash().ifPresent(own -> event.put("adapterHash", own));
    report.types().forEach(event.putArray("types")::add);
    report.triggers().forEach(event.putArray("triggers")::add);
    report.metadata().forEach(event.putObject("metadata")::put);
    lines.write(event);
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
