package io.github.easel.model;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** Facts of models' files. */
final class ModelFiles {

  private ModelFiles() {}

  /** Tells states of a file apart. */
  record Stamp(long bytes, FileTime changed) {}

  /**
   * The state of a file.
   *
   * @throws GenerationException {@code MODEL_NOT_FOUND}, {@code FILE_UNREADABLE}
   */
  static Stamp stamp(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(found.size(), found.lastModifiedTime());
    } catch (NoSuchFileException e) {
      throw new GenerationException(
          Failure.MODEL_NOT_FOUND, "no model " + file, e, file.toString());
    } catch (IOException e) {
      throw GenerationException.unreadable(file, e);
    }
  }
}
