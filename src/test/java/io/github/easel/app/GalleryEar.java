package io.github.easel.app;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what a collection tells. */
final class GalleryEar implements GalleryService.Listener {

  private final Semaphore changes = new Semaphore(0);

  @Override
  public void changed() {
    changes.release();
  }

  /** Asks again whenever something changed; false if it does not come true within a minute. */
  boolean hearsUntil(BooleanSupplier truth) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!truth.getAsBoolean()) {
      if (!changes.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return false;
      }
    }
    return true;
  }
}
