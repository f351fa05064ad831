package io.github.easel.app;

import java.nio.file.Path;

/**
 * Takes kept pictures out of sight without deleting them: their files wait in a folder of Easel's
 * own, {@value #FOLDER}, inside the collection.
 */
public interface PictureTrash {

  /** The folder's name; what lies in it is no part of the collection. */
  String FOLDER = "Trash";

  /**
   * Moves the file into the trash, under a name that is not taken, and returns where it lies now.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE} if it is gone,
   *     {@code FILE_UNWRITABLE} if it cannot be moved
   */
  Path discard(Path file);

  /**
   * Moves a file out of the trash to where it was, or beside it if that name is taken by now, and
   * returns where it lies now.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE} if it is gone,
   *     {@code FILE_UNWRITABLE} if it cannot be moved
   */
  Path restore(Path discarded, Path file);
}
