package io.github.easel.ui;

import io.github.easel.task.Threads;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the log where the window's thread is when it has not answered for a second, once for
 * every time it gets stuck, so that freezes of other people's machines can be found.
 */
final class FreezeWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FreezeWatch.class);

  /** Milliseconds after which a window counts as stuck. */
  static final long STUCK = 1000;

  private static final long PAUSE = 500;

  private final Thread window;
  private final CountDownLatch closed = new CountDownLatch(1);

  private FreezeWatch(Thread window) {
    this.window = window;
  }

  /** Watches the calling thread, which must be JavaFX's, until it is closed. */
  static FreezeWatch begin() {
    FreezeWatch watch = new FreezeWatch(Thread.currentThread());
    Threads.daemon("easel-freeze-watch", watch::watch).start();
    return watch;
  }

  private void watch() {
    try {
      while (!closed.await(PAUSE, TimeUnit.MILLISECONDS)) {
        CountDownLatch answer = new CountDownLatch(1);
        Platform.runLater(answer::countDown);
        if (!answer.await(STUCK, TimeUnit.MILLISECONDS)) {
          LOG.warn("The window has not answered for {} ms:\n{}", STUCK, stack());
          answer.await();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      LOG.debug("The toolkit has ended", e);
    }
  }

  private String stack() {
    return Arrays.stream(window.getStackTrace())
        .map(frame -> "  at " + frame)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
