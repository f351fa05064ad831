package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.ModelService.ModelReport;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.ModelService.Part;

/**
 * Writes one {@linkplain JsonLines JSON object a line}.
 *
 * <pre>
 * model   name, folder, size, sampler, steps, guidance: one for each model of the list
 * report  name, family, prediction, parts [{name, file, bytes, inputs, outputs}]; inputs and outputs
 *         are strings of name, type and shape
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
    }
    lines.write(event);
  }
}
