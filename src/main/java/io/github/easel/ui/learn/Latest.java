package io.github.easel.ui.learn;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions that come faster than they can be answered: of those that wait only the last
 * one counts. Belongs to the window's thread.
 */
final class Latest {

  private static final Logger LOG = LoggerFactory.getLogger(Latest.class);

  private final Executor worker;
  private final Executor window;
  private final Consumer<GenerationException> onFailure;
  private @Nullable Question<?> waiting;
  private @Nullable Cancellation running;

  private record Question<T>(Function<Cancellation, T> work, Consumer<T> receiver) {}

  /**
   * @param onFailure is told on the window's thread what went wrong
   */
  Latest(Executor worker, Executor window, Consumer<GenerationException> onFailure) {
    this.worker = worker;
    this.window = window;
    this.onFailure = onFailure;
  }

  /**
   * Asks on the worker, and gives the answer on the window's thread; not if another question came
   * before this one's turn.
   */
  <T> void ask(Function<Cancellation, T> work, Consumer<T> receiver) {
    waiting = new Question<>(work, receiver);
    if (running == null) {
      next();
    }
  }

  /** Wants no answer any more to what was asked until now. */
  void interrupt() {
    waiting = null;
    if (running != null) {
      running.cancel();
    }
  }

  private void next() {
    Question<?> question = waiting;
    waiting = null;
    running = null;
    if (question != null) {
      Cancellation cancellation = new Cancellation();
      running = cancellation;
      worker.execute(() -> answer(question, cancellation));
    }
  }

  private <T> void answer(Question<T> question, Cancellation cancellation) {
    try {
      cancellation.check();
      T answer = question.work().apply(cancellation);
      window.execute(
          () -> {
            if (!cancellation.isCancelled()) {
              question.receiver().accept(answer);
            }
            next();
          });
    } catch (Throwable thrown) {
      GenerationException failure = GenerationException.of(thrown);
      boolean told = failure.failure() != Failure.CANCELLED;
      if (told) {
        LOG.error("Nothing can be shown", thrown);
      }
      window.execute(
          () -> {
            if (told) {
              onFailure.accept(failure);
            }
            next();
          });
    }
  }
}
