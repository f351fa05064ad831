package io.github.easel.cli;

import io.github.easel.app.UserMessages;
import io.github.easel.app.grid.GridCell;
import io.github.easel.app.grid.GridOutcome;
import io.github.easel.app.grid.GridProgress;
import io.github.easel.app.grid.GridSize;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Notice;
import io.github.easel.generation.Progress;
import io.github.easel.generation.Stage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells a person; the names of files go to standard output. */
final class TextGridReporter implements GridReporter {

  private final Streams streams;
  private final Texts texts;
  private final UserMessages messages;
  private final boolean quiet;
  private final StatusLine line;
  private final Set<Notice> told = new HashSet<>();
  private int pictures;
  private int done;

  /**
   * @param quiet tell nothing but failures
   */
  TextGridReporter(Streams streams, Texts texts, UserMessages messages, boolean quiet) {
    this.streams = streams;
    this.texts = texts;
    this.messages = messages;
    this.quiet = quiet;
    this.line = new StatusLine(streams);
  }

  @Override
  public void begin(GridSize size) {
    pictures = size.pictures();
    tell(
        texts.of(
            "grid.begin",
            Integer.toString(size.pictures()),
            Integer.toString(size.width()),
            Integer.toString(size.height())));
  }

  @Override
  public void on(GridProgress progress) {
    if (quiet || !streams.terminal()) {
      return;
    }
    double share = progress.picture() - 1 + progress.step().fraction();
    String left =
        progress.secondsLeft() > 0 ? texts.of("grid.left", texts.time(progress.secondsLeft())) : "";
    line.show(
        ProgressBar.bar(Math.min(1, share / progress.pictures()))
            + " "
            + count(progress.picture())
            + stage(progress.step())
            + left);
  }

  private String count(int number) {
    return number + "/" + pictures + " ";
  }

  private String stage(Progress step) {
    return step.stage() == Stage.SAMPLING
        ? texts.of("progress.step", Integer.toString(step.step()), Integer.toString(step.steps()))
        : texts.of("stage." + step.stage().name().toLowerCase(Locale.ROOT));
  }

  @Override
  public void finished(GridCell cell, GenerationResult result, Optional<Path> file) {
    done++;
    for (Notice notice : result.notices()) {
      // What holds for many pictures is told once.
      if (told.add(notice)) {
        line.clear();
        tell(messages.of(notice));
      }
    }
    if (!streams.terminal()) {
      tell(count(done) + texts.of("grid.picture", Texts.seconds(result.timings().total())));
    }
    file.ifPresent(
        written -> {
          line.clear();
          streams.result(written.toString());
        });
  }

  @Override
  public void failed(GridCell cell, GenerationException failure) {
    line.clear();
    String sentence =
        texts.of("grid.failed", Integer.toString(cell.number()), messages.of(failure));
    streams.tell(Printable.of(sentence));
  }

  @Override
  public void end(GridOutcome outcome, GridSize size, Path file) {
    line.clear();
    tell(
        texts.of(
            "grid.done",
            Integer.toString(outcome.made()),
            Integer.toString(size.pictures()),
            texts.time(outcome.seconds())));
    streams.result(file.toString());
  }

  @Override
  public void close() {
    line.clear();
  }

  private void tell(String text) {
    if (!quiet) {
      streams.tell(Printable.of(text));
    }
  }
}
