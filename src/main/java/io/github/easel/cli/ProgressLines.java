package io.github.easel.cli;

import io.github.easel.generation.Progress;
import io.github.easel.generation.Stage;

/** A few plain lines for log files: one a stage, and one at each quarter of the sampling. */
final class ProgressLines extends ProgressText {

  private static final int PARTS = 4;

  private final Streams streams;
  private int part;
  private String last = "";

  ProgressLines(Streams streams, Texts texts) {
    super(texts);
    this.streams = streams;
  }

  @Override
  void begin(String number) {
    super.begin(number);
    part = 0;
    last = "";
  }

  @Override
  public void on(Progress progress) {
    if (progress.stage() == Stage.SAMPLING) {
      int reached = (int) (progress.fraction() * PARTS);
      if (reached <= part) {
        return;
      }
      part = reached;
    }
    String line = describe(progress);
    if (!line.equals(last)) {
      streams.tell(line);
      last = line;
    }
  }

  @Override
  void end() {}
}
