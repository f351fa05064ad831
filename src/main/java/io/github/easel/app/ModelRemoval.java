package io.github.easel.app;

import java.nio.file.Path;
import java.util.List;

/** Takes models away that lie in Easel's own folder, and none that lie elsewhere. */
public interface ModelRemoval {

  /** Where no models can be taken away. */
  ModelRemoval NONE = new NoModelRemoval();

  /**
   * What would be taken away with a model: its folder, or its file and what belongs to that.
   *
   * @param name as lists show it
   * @throws io.github.easel.generation.GenerationException {@code MODEL_NOT_FOUND} if there is none
   *     of that name, {@code MODEL_ELSEWHERE} if it is not in Easel's own folder
   */
  List<Path> find(String name);

  /** Whether the system keeps what is taken away, so that it can be had back. */
  boolean hasTrash();

  /**
   * Takes files and folders away: into the system's trash, or for good where there is none.
   *
   * @param paths as {@link #find} tells
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}
   */
  void remove(List<Path> paths);
}
