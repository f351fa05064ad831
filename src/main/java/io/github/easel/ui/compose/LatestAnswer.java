package io.github.easel.ui.compose;

import io.github.easel.ui.Workers;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks questions beside the window of which only the latest counts: earlier ones are passed over if
 * they have not been begun, and their answers dropped if they have.
 */
final class LatestAnswer {

  private static final Logger LOG = LoggerFactory.getLogger(LatestAnswer.class);

  private final Workers workers;
  private final AtomicLong latest = new AtomicLong();

  LatestAnswer(Workers workers) {
    this.workers = workers;
  }

  /**
   * Asks.
   *
   * @param question is asked on a worker; what it throws is logged, and then there is no answer
   * @param answer is given the answer on the window's thread
   */
  <R> void ask(Supplier<R> question, Consumer<R> answer) {
    long own = latest.incrementAndGet();
    Runnable finding =
        () -> {
          if (latest.get() == own) {
            find(own, question, answer);
          }
        };
    try {
      workers.aside().execute(finding);
    } catch (RejectedExecutionException e) {
      LOG.debug("Nobody answers any more: the window was closed");
    }
  }

  private <R> void find(long own, Supplier<R> question, Consumer<R> answer) {
    try {
      R found = question.get();
      workers
          .window()
          .execute(
              () -> {
                if (latest.get() == own) {
                  answer.accept(found);
                }
              });
    } catch (RuntimeException e) {
      LOG.warn("A question of the left column has no answer", e);
    }
  }

  /** Drops the answer that is awaited, if any. */
  void forget() {
    latest.incrementAndGet();
  }
}
