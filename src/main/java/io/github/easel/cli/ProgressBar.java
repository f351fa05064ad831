package io.github.easel.cli;

import io.github.easel.generation.Progress;
import io.github.easel.generation.Stage;

/** One line on a terminal, written over again and again. */
final class ProgressBar extends ProgressText {

  private static final int WIDTH = 24;

  private final StatusLine line;

  ProgressBar(Streams streams, Texts texts) {
    super(texts);
    line = new StatusLine(streams);
  }

  @Override
  public void on(Progress progress) {
    String bar = progress.stage() == Stage.SAMPLING ? bar(progress.fraction()) + " " : "";
    line.show(bar + describe(progress));
  }

  /** A bar that is full at 1. */
  static String bar(double fraction) {
    int done = (int) Math.floor(fraction * WIDTH);
    return "[" + "#".repeat(done) + "-".repeat(WIDTH - done) + "]";
  }

  @Override
  void end() {
    line.clear();
  }
}
