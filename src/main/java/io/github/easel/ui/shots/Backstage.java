package io.github.easel.ui.shots;

import io.github.easel.task.Threads;
import io.github.easel.ui.Workers;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/** The workers behind a window, and ways to wait for them from outside of JavaFX's thread. */
final class Backstage implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;
  private static final long LOOK_AGAIN_NANOS = 5_000_000;

  private final ExecutorService drawing = Threads.worker("shots-drawing");
  private final ExecutorService files = Threads.worker("shots-files");
  private final ExecutorService aside = Threads.worker("shots-aside");

  Workers workers() {
    return new Workers(Platform::runLater, drawing, files, aside);
  }

  /** Does it on JavaFX's thread, and waits for its end. */
  static <T> T onWindow(Callable<T> task) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(task.call());
          } catch (Throwable thrown) {
            done.completeExceptionally(thrown);
          }
        });
    return get(done);
  }

  static void onWindow(Runnable task) {
    onWindow(
        () -> {
          task.run();
          return true;
        });
  }

  /** Waits until that is so. */
  static void await(Callable<Boolean> condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!onWindow(condition)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the window did not come to rest");
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  /** Waits until what was to be read, written and looked up is done, and is shown. */
  void settle() {
    for (int round = 0; round < 8; round++) {
      get(CompletableFuture.runAsync(() -> {}, aside));
      get(CompletableFuture.runAsync(() -> {}, files));
      onWindow(() -> {});
    }
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the window did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    drawing.shutdownNow();
    aside.shutdownNow();
    files.shutdown();
  }
}
