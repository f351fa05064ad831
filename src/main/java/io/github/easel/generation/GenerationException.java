package io.github.easel.generation;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
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

  /** A file that should be there is not. */
  public static GenerationException missing(Path file) {
    return new GenerationException(Failure.MODEL_FILE_MISSING, "missing: " + file, file.toString());
  }

  /** Likewise, of a model that people call by that name. */
  public static GenerationException missing(Path file, String model) {
    return new GenerationException(
        Failure.MODEL_FILE_MISSING, model + " lacks " + file, file.toString(), model);
  }

  /** A model's file holds something else than it should. */
  public static GenerationException unusable(Path file, String expected, String found) {
    return unusable(file, expected, found, null);
  }

  /** Likewise, found out by another exception. */
  public static GenerationException unusable(
      Path file, String expected, String found, @Nullable Throwable cause) {
    return new GenerationException(
        Failure.MODEL_FILE_UNUSABLE,
        "%s: expected %s, found %s".formatted(file, expected, found),
        cause,
        file.toString(),
        expected,
        found);
  }

  /** A file cannot be written, for a reason in words. */
  public static GenerationException unwritable(Path file, String reason, Throwable cause) {
    return new GenerationException(
        Failure.FILE_UNWRITABLE,
        "cannot write " + file + ": " + cause,
        cause,
        file.toString(),
        reason);
  }

  /** A file or folder cannot be read. */
  public static GenerationException unreadable(Path file, Throwable cause) {
    return unreadable(file, String.valueOf(cause.getMessage()), cause);
  }

  /** Likewise, for a reason in words. */
  public static GenerationException unreadable(
      Path file, String reason, @Nullable Throwable cause) {
    return new GenerationException(
        Failure.FILE_UNREADABLE,
        "cannot read " + file + ": " + reason,
        cause,
        file.toString(),
        reason);
  }

  /**
   * Names whatever ended a piece of work: itself if it is named already, else {@link
   * Failure#OUT_OF_MEMORY} for an {@link OutOfMemoryError}, {@link Failure#VALUE_REFUSED} for a
   * {@link RefusedValue} and {@link Failure#INTERNAL} for the rest. What was thrown becomes the
   * cause.
   */
  public static GenerationException of(Throwable thrown) {
    if (thrown instanceof GenerationException named) {
      return named;
    }
    if (thrown instanceof CompletionException && thrown.getCause() != null) {
      return of(thrown.getCause()); // a stage only wraps what happened
    }
    if (thrown instanceof OutOfMemoryError) {
      return new GenerationException(
          Failure.OUT_OF_MEMORY, thrown.toString(), thrown, "this picture");
    }
    if (thrown instanceof RefusedValue refused) {
      return new GenerationException(Failure.VALUE_REFUSED, refused.toString(), refused);
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
