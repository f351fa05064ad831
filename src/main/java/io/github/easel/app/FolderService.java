package io.github.easel.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The folders that somebody can choose, and what there is to know of them. */
public interface FolderService {

  /** Where finished pictures are kept unless another folder is chosen. */
  Path usualPictures();

  /** Why nothing can be written into the folder, in a few English words; nothing if it can. */
  Optional<String> obstacle(Path folder);

  /** How many models lie in the folder. */
  int models(Path folder);

  /** How many lie there that were meant to be models, but cannot be drawn with. */
  int unusable(Path folder);

  /** Whether the folder has the two towers of a CLIP model, which compare pictures and words. */
  default boolean hasTowers(Path folder) {
    return false;
  }

  /**
   * Shows the folder in the system's file manager; makes it first if it is not there.
   *
   * @return as {@link SystemDesktop#open} does
   */
  CompletionStage<Void> show(Path folder);
}
