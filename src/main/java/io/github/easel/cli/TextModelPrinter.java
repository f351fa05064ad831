package io.github.easel.cli;

import io.github.easel.app.ModelService.ModelReport;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.ModelService.Part;
import io.github.easel.generation.Sampling;
import java.util.Locale;

/** Writes the name and, indented below it, the rest. */
final class TextModelPrinter implements ModelPrinter {

  private static final double MEGABYTE = 1e6;

  private final Streams streams;
  private final Texts texts;

  TextModelPrinter(Streams streams, Texts texts) {
    this.streams = streams;
    this.texts = texts;
  }

  @Override
  public void print(ModelSummary model) {
    Sampling sampling = model.sampling();
    streams.result(model.name());
    streams.result("  " + texts.of("model.folder", model.folder().toString()));
    streams.result("  " + texts.of("model.size", model.size().toString()));
    streams.result(
        "  "
            + texts.of(
                "model.defaults",
                sampling.sampler().label(),
                Integer.toString(sampling.steps()),
                Double.toString(sampling.guidanceScale())));
  }

  @Override
  public void print(ModelReport report) {
    streams.result(report.name());
    streams.result("  " + texts.of("model.family", report.family()));
    streams.result("  " + texts.of("model.prediction", report.prediction()));
    for (Part part : report.parts()) {
      String megabytes = String.format(Locale.ROOT, "%.1f", part.bytes() / MEGABYTE);
      streams.result("  " + texts.of("model.part", part.name(), part.file().toString(), megabytes));
      part.inputs().forEach(input -> streams.result("    " + texts.of("model.input", input)));
      part.outputs().forEach(output -> streams.result("    " + texts.of("model.output", output)));
    }
  }
}
