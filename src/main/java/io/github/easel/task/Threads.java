package io.github.easel.task;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * The only place that makes threads. Every thread has a name, is a daemon, and logs what nobody
 * caught.
 */
public final class Threads {

  private Threads() {}

  /** A thread that is not started yet and that does not keep the program alive. */
  public static Thread daemon(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler(
        (where, thrown) ->
            LoggerFactory.getLogger(Threads.class) // the window must not wait for the log to load
                .error("Uncaught in thread {}", where.getName(), thrown));
    return thread;
  }

  /** One thread of that name that does its tasks in the order in which they came. */
  public static ExecutorService worker(String name) {
    return Executors.newSingleThreadExecutor(body -> daemon(name, body));
  }

  /** Likewise, one that gives way to all other threads where the system heeds priorities. */
  @SuppressWarnings("ThreadPriorityCheck") // nothing is wrong where it is not heeded
  public static ExecutorService idle(String name) {
    return Executors.newSingleThreadExecutor(
        body -> {
          Thread thread = daemon(name, body);
          thread.setPriority(Thread.MIN_PRIORITY);
          return thread;
        });
  }

  /** Hands tasks to the worker after a pause; those that come when it has ended are left out. */
  public static Executor later(Executor worker, Duration pause) {
    return CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, worker);
  }
}
