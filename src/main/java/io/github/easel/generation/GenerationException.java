package io.github.easel.generation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A generation that cannot be done. The message holds facts for the log, in English; the kind and
 * the details make the localized sentence that the user reads.
 */
public final class GenerationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Failure failure;
  private final List<String> details;

  /**
   * @param details fill the places of the failure's localized sentence, in the order that {@link
   *     Failure} documents
   */
  public GenerationException(Failure failure, String facts, String... details) {
    this(failure, facts, null, details);
  }

  public GenerationException(
      Failure failure, String facts, @Nullable Throwable cause, String... details) {
    super(facts, cause);
    this.failure = failure;
    this.details = List.of(details);
  }

  /**
   * Names whatever ended a piece of work: itself if it is named already, else {@link
   * Failure#OUT_OF_MEMORY} for an {@link OutOfMemoryError} and {@link Failure#INTERNAL} for the
   * rest. What was thrown becomes the cause.
   */
  public static GenerationException of(Throwable thrown) {
    if (thrown instanceof GenerationException named) {
      return named;
    }
    if (thrown instanceof OutOfMemoryError) {
      return new GenerationException(
          Failure.OUT_OF_MEMORY, thrown.toString(), thrown, "this picture");
    }
    String name = thrown.getClass().getSimpleName();
    String message = thrown.getMessage();
    return new GenerationException(
        Failure.INTERNAL,
        thrown.toString(),
        thrown,
        message == null ? name : name + ": " + message);
  }

  public Failure failure() {
    return failure;
  }

  public List<String> details() {
    return details;
  }
}
