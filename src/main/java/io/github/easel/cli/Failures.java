package io.github.easel.cli;

import io.github.easel.app.UserMessages;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ends a command into a sentence, a log entry and an exit code. */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final Texts texts;
  private final UserMessages messages;
  private final Optional<String> cancelled;

  Failures(Texts texts, UserMessages messages) {
    this(texts, messages, Optional.empty());
  }

  /**
   * @param cancelled what to say when the work was cancelled, for work that makes no picture
   */
  Failures(Texts texts, UserMessages messages, Optional<String> cancelled) {
    this.texts = texts;
    this.messages = messages;
    this.cancelled = cancelled;
  }

  /**
   * Runs the work and tells the reporter what ended it, if anything did.
   *
   * @return the exit code
   * @throws UsageException as the work throws it
   */
  int guard(Reporter reporter, Runnable work) {
    try {
      work.run();
      return ExitCode.DONE;
    } catch (UsageException e) {
      throw e;
    } catch (GenerationException e) {
      return fail(reporter, e);
    } catch (OutOfMemoryError e) {
      return fail(
          reporter,
          new GenerationException(
              Failure.OUT_OF_MEMORY, "the heap is full", e, texts.of("memory.picture")));
    } catch (RuntimeException | Error e) {
      return fail(
          reporter, new GenerationException(Failure.INTERNAL, "not foreseen", e, e.toString()));
    }
  }

  /**
   * Likewise for work that Ctrl+C cancels.
   *
   * @param work is given what Ctrl+C cancels
   */
  int guardCancellable(Reporter reporter, Consumer<Cancellation> work) {
    Cancellation cancellation = new Cancellation();
    Interrupts interrupts = Interrupts.cancelling(cancellation);
    try {
      return guard(reporter, () -> work.accept(cancellation));
    } finally {
      interrupts.close();
    }
  }

  private int fail(Reporter reporter, GenerationException failure) {
    if (failure.failure() != Failure.CANCELLED) {
      LOG.error("the command failed: {}", failure.failure(), failure);
    }
    Optional<String> own = cancelled.filter(sentence -> failure.failure() == Failure.CANCELLED);
    reporter.fail(failure.failure().name(), own.orElseGet(() -> messages.of(failure)));
    return ExitCode.of(failure.failure());
  }
}
