package io.github.easel.app.gallery;

import io.github.easel.app.GalleryService.Counting;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Goes through the pictures of an export, one by one. */
final class ExportSteps {

  private final int all;
  private final Cancellation cancellation;
  private final Counting progress;
  private final Map<Path, GenerationException> refused = new LinkedHashMap<>();
  private int done;

  ExportSteps(int all, Cancellation cancellation, Counting progress) {
    this.all = all;
    this.cancellation = cancellation;
    this.progress = progress;
  }

  /**
   * What the reading of a picture gives; nothing if it cannot be read, which is remembered.
   *
   * @throws GenerationException {@code CANCELLED}, and what keeps all pictures from being exported
   */
  <T> Optional<T> read(Outgoing picture, Supplier<T> reading) {
    cancellation.check();
    try {
      return Optional.of(reading.get());
    } catch (GenerationException e) {
      if (e.failure() != Failure.FILE_UNREADABLE) {
        throw e;
      }
      refused.put(picture.item().entry().file(), e);
      return Optional.empty();
    } finally {
      progress.on(++done, all);
    }
  }

  /** Ends an export of which nothing could be read. */
  void checkAny() {
    if (refused.size() == all) {
      throw refused.values().iterator().next();
    }
  }

  /** What came of it. */
  ExportOutcome outcome(List<Path> made) {
    return new ExportOutcome(made, all - refused.size(), refused);
  }
}
