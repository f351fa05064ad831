package io.github.easel.app;

import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in the user's language why a file could not be read, written or shown. */
final class FileReasons {

  private FileReasons() {}

  /** The failure's details, with the reason of a file's failure in the bundle's language. */
  static List<String> details(GenerationException failure, Bundle bundle) {
    return switch (failure.failure()) {
      case FILE_UNREADABLE, FILE_UNWRITABLE, DESKTOP_UNAVAILABLE -> translated(failure, bundle);
      case MODEL_FILE_UNUSABLE, LORA_UNUSABLE, EMBEDDING_UNUSABLE -> found(failure, bundle);
      default -> failure.details();
    };
  }

  /** The last detail is what was found, for which there may be words. */
  private static List<String> found(GenerationException failure, Bundle bundle) {
    List<String> details = new ArrayList<>(failure.details());
    int last = details.size() - 1;
    if (last >= 0) {
      FileReason.named(details.get(last))
          .ifPresent(reason -> details.set(last, bundle.get("reason." + reason.name())));
    }
    return details;
  }

  private static List<String> translated(GenerationException failure, Bundle bundle) {
    List<String> details = new ArrayList<>(failure.details());
    if (details.size() > 1) {
      details.set(1, say(reason(failure, details.get(1)), bundle));
    }
    return details;
  }

  /** Where the reason is the cause's bare message, that may be no more than the path. */
  private static String reason(GenerationException failure, String told) {
    Throwable cause = failure.getCause();
    if (cause == null || !told.equals(cause.getMessage())) {
      return told;
    }
    Throwable met = cause instanceof UncheckedIOException ? cause.getCause() : cause;
    return met instanceof IOException io ? FileReason.of(io) : told;
  }

  /** The reason in words; as it is if it is not one of the usual. */
  static String say(String reason, Bundle bundle) {
    Optional<FileReason> known = FileReason.find(reason);
    return known.map(one -> bundle.get("reason." + one.name())).orElse(reason);
  }
}
