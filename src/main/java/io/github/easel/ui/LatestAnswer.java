package io.github.easel.ui;

import io.github.easel.generation.GenerationException;
import java.util.concurrent.Executor;
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
public final class LatestAnswer {

  private static final Logger LOG = LoggerFactory.getLogger(LatestAnswer.class);

  private final Workers workers;
  private final AtomicLong latest = new AtomicLong();

  public LatestAnswer(Workers workers) {
    this.workers = workers;
  }

  /**
   * Asks a question without whose answer everything stays as it is.
   *
   * @param question is asked on a worker; what it throws is logged, and then there is no answer
   * @param answer is given the answer on the window's thread
   */
  public <R> void ask(Supplier<R> question, Consumer<R> answer) {
    ask(workers.aside(), question, answer, failure -> {});
  }

  /**
   * Asks.
   *
   * @param worker asks the question
   * @param onFailure is told on the window's thread why there is no answer
   */
  public <R> void ask(
      Executor worker,
      Supplier<R> question,
      Consumer<R> answer,
      Consumer<GenerationException> onFailure) {
    long own = latest.incrementAndGet();
    Runnable finding =
        () -> {
          if (latest.get() == own) {
            find(own, question, answer, onFailure);
          }
        };
    try {
      worker.execute(finding);
    } catch (RejectedExecutionException e) {
      LOG.debug("Nobody answers any more: the window was closed");
    }
  }

  private <R> void find(
      long own, Supplier<R> question, Consumer<R> answer, Consumer<GenerationException> onFailure) {
    try {
      R found = question.get();
      tell(own, () -> answer.accept(found));
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.warn("A question of the window has no answer", e);
      GenerationException reason = GenerationException.of(e);
      tell(own, () -> onFailure.accept(reason));
    }
  }

  private void tell(long own, Runnable what) {
    workers
        .window()
        .execute(
            () -> {
              if (latest.get() == own) {
                what.run();
              }
            });
  }

  /** Drops the answer that is awaited, if any. */
  public void forget() {
    latest.incrementAndGet();
  }
}
