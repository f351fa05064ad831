package io.github.easel.ui.studio;

import io.github.easel.app.Services;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The program's log file. */
final class LogFile {

  private LogFile() {}

  /**
   * Opens it with whatever the system reads such files with.
   *
   * @param onFailure is told on the window's thread why it cannot be opened
   */
  static void open(Services services, Executor window, Consumer<GenerationException> onFailure) {
    String file = System.getProperty("easel.log", "");
    if (file.isBlank()) {
      return;
    }
    services
        .desktop()
        .open(Path.of(file))
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                Throwable cause =
                    failure instanceof CompletionException ? failure.getCause() : failure;
                window.execute(() -> onFailure.accept(GenerationException.of(cause)));
              }
            });
  }
}
