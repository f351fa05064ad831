package io.github.easel.ui.studio;

import io.github.easel.app.Services;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The file that the program writes its log to. */
final class LogFile {

  private static final String PROPERTY = "easel.log";

  private LogFile() {}

  /**
   * Opens it with whatever the system reads such files with.
   *
   * @param onFailure is told on the window's thread that the system cannot
   */
  static void open(Services services, Workers workers, Consumer<GenerationException> onFailure) {
    String file = System.getProperty(PROPERTY, "easel.log");
    workers.files().execute(() -> open(services, Path.of(file), workers, onFailure));
  }

  private static void open(
      Services services, Path file, Workers workers, Consumer<GenerationException> onFailure) {
    services
        .desktop()
        .open(file)
        .whenComplete(
            (done, thrown) -> {
              if (thrown != null) {
                GenerationException reason = GenerationException.of(thrown);
                workers.window().execute(() -> onFailure.accept(reason));
              }
            });
  }
}
