package io.github.easel.cli;

import io.github.easel.generation.Progress;
import io.github.easel.generation.Stage;

/** One line on a terminal, written over again and again. */
final class ProgressBar extends ProgressText {

  private static final int WIDTH = 24;

  private final Streams streams;
  private int shown;

  ProgressBar(Streams streams, Texts texts) {
    super(texts);
    this.streams = streams;
  }

  @Override
  public void on(Progress progress) {
    int done = (int) Math.floor(progress.fraction() * WIDTH);
    String bar =
        progress.stage() == Stage.SAMPLING
            ? "[" + "#".repeat(done) + "-".repeat(WIDTH - done) + "] "
            : "";
    String line = bar + describe(progress);
    // Spaces wipe out what is left of a longer line.
    streams.err().print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    streams.err().flush();
    shown = line.length();
  }

  @Override
  void end() {
    if (shown > 0) {
      streams.err().print("\r" + " ".repeat(shown) + "\r");
      streams.err().flush();
      shown = 0;
    }
  }
}
