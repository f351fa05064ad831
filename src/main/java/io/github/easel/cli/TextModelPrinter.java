package io.github.easel.cli;

import io.github.easel.app.ModelService.Details;
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
    streams.result("  " + prediction(report));
    report.details().ifPresent(this::print);
    for (Part part : report.parts()) {
      String megabytes = String.format(Locale.ROOT, "%.1f", part.bytes() / MEGABYTE);
      streams.result("  " + texts.of("model.part", part.name(), part.file().toString(), megabytes));
      part.tensors()
          .ifPresent(
              count ->
                  streams.result(
                      "    "
                          + texts.of(
                              "model.tensors",
                              Integer.toString(count),
                              String.join(", ", part.types()))));
      part.lack()
          .ifPresent(lack -> streams.result("    " + texts.of("model.lack", Printable.of(lack))));
      part.inputs().forEach(input -> streams.result("    " + texts.of("model.input", input)));
      part.outputs().forEach(output -> streams.result("    " + texts.of("model.output", output)));
    }
  }

  private String prediction(ModelReport report) {
    String reason = report.details().map(Details::reason).orElse("");
    return reason.isEmpty()
        ? texts.of("model.prediction", report.prediction())
        : texts.of("model.prediction.why", report.prediction(), reason);
  }

  private void print(Details details) {
    streams.result("  " + texts.of("model.kind." + details.kind().name()));
    streams.result("  " + texts.of("model.size", details.size().toString()));
    details
        .hash()
        .ifPresent(
            hash ->
                streams.result(
                    "  " + texts.of("model.hash", hash.brief(), hash.legacy(), hash.sha256())));
  }
}
