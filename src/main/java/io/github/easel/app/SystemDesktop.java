package io.github.easel.app;

import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/** Asks the system's own programs to show a file. Both methods return at once. */
public interface SystemDesktop {

  /**
   * Shows the file in the system's file manager, selected where that knows how to, else its folder.
   *
   * @return ends when the system has taken the wish, or with a {@link
   *     io.github.easel.generation.GenerationException} {@code DESKTOP_UNAVAILABLE} if it cannot
   */
  CompletionStage<Void> reveal(Path file);

  /**
   * Opens the file with the program that the system uses for its kind.
   *
   * @return as {@link #reveal} does
   */
  CompletionStage<Void> open(Path file);
}
