package io.github.easel.cli;

import io.github.easel.app.PictureReport;
import io.github.easel.app.PictureReport.Setting;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Remark;
import io.github.easel.generation.Remark.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the file's name and program and, indented below them, the rest. */
final class TextReportPrinter implements ReportPrinter {

  private final Streams streams;
  private final Texts texts;
  private final UserMessages messages;

  TextReportPrinter(Streams streams, Texts texts, UserMessages messages) {
    this.streams = streams;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public void print(Path file, Optional<PictureReport> report, Map<String, String> raw) {
    if (report.isEmpty()) {
      streams.result(texts.of("inspect.nothing", file.toString()));
    } else {
      streams.result(
          Printable.of(texts.of("inspect.title", file.toString(), report.get().program())));
      print(report.get());
    }
    raw.forEach((keyword, text) -> block(texts.of("inspect.text", keyword), List.of(text)));
  }

  private void print(PictureReport report) {
    Prompt prompt = report.prompt();
    block(texts.of("inspect.prompt"), List.of(prompt.positive()));
    if (!prompt.negative().isEmpty()) {
      block(texts.of("inspect.negative"), List.of(prompt.negative()));
    }
    block(texts.of("inspect.settings"), report.settings().stream().map(this::line).toList());
    block(texts.of("inspect.applied"), sentences(report, Verdict.APPLIED));
    block(texts.of("inspect.changed"), sentences(report, Verdict.CHANGED));
    block(texts.of("inspect.unknown"), sentences(report, Verdict.NOT_UNDERSTOOD));
  }

  private String line(Setting setting) {
    return texts.of(
        setting.written() ? "inspect.setting" : "inspect.implied", setting.name(), setting.value());
  }

  private List<String> sentences(PictureReport report, Verdict verdict) {
    return report.remarks(verdict).stream().map((Remark remark) -> messages.of(remark)).toList();
  }

  private void block(String title, List<String> contents) {
    if (!contents.isEmpty()) {
      streams.result("  " + Printable.of(title));
      contents.stream()
          .flatMap(String::lines)
          .forEach(line -> streams.result("    " + Printable.of(line)));
    }
  }
}
