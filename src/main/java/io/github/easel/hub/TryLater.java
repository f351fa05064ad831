package io.github.easel.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The server answered that it cannot now. */
final class TryLater extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final long afterSeconds;

  /**
   * @param status of HTTP
   * @param after how long the server wishes to be left alone
   */
  TryLater(int status, Optional<Duration> after) {
    super("status " + status);
    this.status = status;
    this.afterSeconds = after.map(Duration::toSeconds).orElse(-1L);
  }

  int status() {
    return status;
  }

  Optional<Duration> after() {
    return Optional.of(afterSeconds).filter(s -> s >= 0).map(Duration::ofSeconds);
  }
}
