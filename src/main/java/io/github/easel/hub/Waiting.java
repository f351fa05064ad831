package io.github.easel.hub;

import io.github.easel.generation.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time go by between two attempts. */
@FunctionalInterface
interface Waiting {

  /** The real thing; a cancellation ends it at once. */
  Waiting BY_THE_CLOCK = Waiting::sleep;

  /**
   * Returns after that time.
   *
   * @throws io.github.easel.generation.GenerationException {@code CANCELLED}
   */
  void pause(Duration time, Cancellation cancellation);

  private static void sleep(Duration time, Cancellation cancellation) {
    CountDownLatch woken = new CountDownLatch(1);
    Cancellation.Registration registered = cancellation.onCancel(woken::countDown);
    try {
      if (woken.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        cancellation.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancellation.cancel();
      cancellation.check();
    } finally {
      registered.close();
    }
  }
}
