package io.github.easel.cli;

import io.github.easel.app.AdapterService.AdapterSummary;
import io.github.easel.app.ModelService.Details;
import io.github.easel.app.ModelService.FileReport;
import io.github.easel.app.ModelService.Hash;
import io.github.easel.app.ModelService.ModelReport;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.ModelService.Part;
import io.github.easel.generation.Sampling;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Writes the name and, indented below it, the rest. */
final class TextModelPrinter implements ModelPrinter {

  private static final double MEGABYTE = 1e6;

  /** Trainers note lists of all their pictures' words. */
  private static final int LONGEST_NOTE = 120;

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
  public void print(AdapterSummary adapter) {
    streams.result(adapter.name());
    streams.result("  " + texts.of("adapter." + adapter.kind().name(), adapter.family()));
    streams.result("  " + texts.of("model.folder", adapter.file().toString()));
    print(adapter.triggers());
  }

  private void print(List<String> triggers) {
    if (!triggers.isEmpty()) {
      streams.result(
          "  " + Printable.of(texts.of("adapter.triggers", String.join(", ", triggers))));
    }
  }

  @Override
  public void print(FileReport report) {
    String megabytes = String.format(Locale.ROOT, "%.1f", report.bytes() / MEGABYTE);
    streams.result(report.name());
    streams.result("  " + texts.of("file.kind", report.kind()));
    if (!report.drawn()) {
      streams.result("  " + texts.of("file.undrawn"));
    }
    if (!report.family().isEmpty()) {
      streams.result("  " + texts.of("file.family", report.family()));
    }
    if (!report.form().isEmpty()) {
      streams.result("  " + texts.of("file.form", report.form()));
    }
    streams.result("  " + texts.of("file.bytes", report.file().toString(), megabytes));
    streams.result(
        "  "
            + texts.of(
                "model.tensors",
                Integer.toString(report.tensors()),
                String.join(", ", report.types())));
    print(report.triggers());
    Hash hash = report.hash();
    streams.result("  " + texts.of("model.hash", hash.brief(), hash.legacy(), hash.sha256()));
    report.adapterHash().ifPresent(own -> streams.result("  " + texts.of("file.hash", own)));
    new TreeMap<>(report.metadata())
        .forEach(
            (key, value) ->
                streams.result("  " + Printable.of(texts.of("file.note", key, brief(value)))));
  }

  private static String brief(String note) {
    return note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE) + "…";
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
