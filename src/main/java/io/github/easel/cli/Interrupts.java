package io.github.easel.cli;

import io.github.easel.generation.Cancellation;
import io.github.easel.task.Threads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While it is open, Ctrl+C cancels the work and lets it clean up before the process ends, with exit
 * code 130 as always.
 */
final class Interrupts implements AutoCloseable {

  /** A step that cannot be broken off must not keep the user's terminal for ever. */
  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  private Interrupts(Cancellation cancellation) {
    hook = Threads.daemon("easel-interrupt", () -> cancelAndWait(cancellation));
  }

  /** Listens from now on. */
  static Interrupts cancelling(Cancellation cancellation) {
    Interrupts interrupts = new Interrupts(cancellation);
    Runtime.getRuntime().addShutdownHook(interrupts.hook);
    return interrupts;
  }

  private void cancelAndWait(Cancellation cancellation) {
    cancellation.cancel();
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // The hook is running just now; it has been told that the work is finished.
      return;
    }
  }
}
