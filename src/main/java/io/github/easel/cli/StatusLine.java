package io.github.easel.cli;

/** One line on a terminal, written over again and again. */
final class StatusLine {

  private final Streams streams;
  private int shown;

  StatusLine(Streams streams) {
    this.streams = streams;
  }

  void show(String line) {
    // Spaces wipe out what is left of a longer line.
    streams.err().print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    streams.err().flush();
    shown = line.length();
  }

  void clear() {
    if (shown > 0) {
      streams.err().print("\r" + " ".repeat(shown) + "\r");
      streams.err().flush();
      shown = 0;
    }
  }
}
