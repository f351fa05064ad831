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

  // List.of makes serializable lists, which from Java 18 on the compiler wants the type to say.
  @SuppressWarnings("serial")
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

  public Failure failure() {
    return failure;
  }

  public List<String> details() {
    return details;
  }
}
