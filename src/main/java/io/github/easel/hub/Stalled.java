package io.github.easel.hub;

import java.io.IOException;

/** Nothing has come for too long. */
final class Stalled extends IOException {

  private static final long serialVersionUID = 1L;

  private final long seconds;

  Stalled(long seconds) {
    super("nothing came for " + seconds + " s");
    this.seconds = seconds;
  }

  long seconds() {
    return seconds;
  }
}
