package io.github.easel.cli;

import io.github.easel.app.DeviceReport;
import io.github.easel.app.PictureReport;
import io.github.easel.app.PromptExpansion.Planned;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Notice;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Remark;
import io.github.easel.generation.Remark.Verdict;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Seeding.Variation;
import io.github.easel.generation.Timings;
import java.nio.file.Path;

/** Writes files to standard output, one a line, and everything else to standard error. */
final class TextReporter implements Reporter {

  private final Streams streams;
  private final Texts texts;
  private final UserMessages messages;
  private final boolean quiet;
  private final ProgressText progress;

  /**
   * @param quiet tell nothing but failures
   */
  TextReporter(Streams streams, Texts texts, UserMessages messages, boolean quiet) {
    this.streams = streams;
    this.texts = texts;
    this.messages = messages;
    this.quiet = quiet;
    this.progress =
        streams.terminal() ? new ProgressBar(streams, texts) : new ProgressLines(streams, texts);
  }

  @Override
  public void device(DeviceReport device) {
    tell(texts.of("device", device.device(), device.reason()));
  }

  @Override
  public void recalled(Path file, PictureReport report) {
    tell(texts.of("recalled.title", file.toString(), report.program()));
    for (Remark remark : report.remarks()) {
      if (remark.reason().verdict() != Verdict.APPLIED) {
        tell("  " + messages.of(remark));
      }
    }
  }

  @Override
  public void notice(Notice notice) {
    tell(messages.of(notice));
  }

  @Override
  public void planned(int index, int count, Planned picture, boolean result) {
    Prompt prompt = picture.prompt();
    String seed = texts.of("seed", Long.toString(picture.seeding().seed()));
    planned(index + "/" + count + " " + seed, result);
    planned("  " + texts.of("style.prompt", prompt.positive()), result);
    if (!prompt.negative().isBlank()) {
      planned("  " + texts.of("style.negative", prompt.negative()), result);
    }
  }

  private void planned(String line, boolean result) {
    if (result) {
      streams.result(Printable.of(line));
    } else {
      tell(line);
    }
  }

  @Override
  public ProgressListener begin(int index, int count, Seeding seeding) {
    if (quiet) {
      return ProgressListener.NONE;
    }
    String number = count == 1 ? "" : index + "/" + count + " ";
    tell(number + texts.of("seed", Long.toString(seeding.seed())) + variation(seeding));
    progress.begin(number);
    return progress;
  }

  private String variation(Seeding seeding) {
    return seeding
        .variation()
        .filter(Variation::acts)
        .map(
            other ->
                texts.of(
                    "variation", Long.toString(other.seed()), Double.toString(other.strength())))
        .orElse("");
  }

  @Override
  public void finish(GenerationResult result, Path file) {
    progress.end();
    for (Notice notice : result.notices()) {
      tell(messages.of(notice));
    }
    Timings timings = result.timings();
    tell(
        texts.of(
            "done",
            Texts.seconds(timings.total()),
            Texts.seconds(timings.loading()),
            Texts.seconds(timings.encoding()),
            Texts.seconds(timings.sampling()),
            Texts.seconds(timings.decoding())));
    streams.result(file.toString());
  }

  @Override
  public void fail(String failure, String message) {
    progress.end();
    streams.tell(Printable.of(texts.of("error", message)));
  }

  /** Prompts and settings come from files that anybody may have made. */
  private void tell(String line) {
    if (!quiet) {
      streams.tell(Printable.of(line));
    }
  }
}
