package io.github.easel.model;

import io.github.easel.file.DeadLink;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.weights.StoredTensor;
import io.github.easel.weights.TensorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** Facts of models' files. */
final class ModelFiles {

  private ModelFiles() {}

  /**
   * The failure for a file that is not there, or only as a link that leads to nothing.
   *
   * @param root the model's folder
   */
  static GenerationException missing(Path file, Path root, String model) {
    return DeadLink.to(file, root).orElseGet(() -> GenerationException.missing(file, model));
  }

  /**
   * What a tensor's file calls it, if it still can be read; networks have other names for theirs,
   * and parts of some.
   */
  static String ownName(StoredTensor tensor) {
    try {
      return TensorFiles.open(tensor.file()).tensors().values().stream()
          .filter(own -> own.offset() <= tensor.offset())
          .filter(own -> tensor.offset() < own.offset() + own.bytes())
          .findFirst()
          .map(StoredTensor::name)
          .orElse(tensor.name());
    } catch (GenerationException e) {
      return tensor.name();
    }
  }

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
      throw DeadLink.to(file)
          .orElseGet(
              () ->
                  new GenerationException(
                      Failure.MODEL_NOT_FOUND, "no model " + file, e, file.toString()));
    } catch (IOException e) {
      throw GenerationException.unreadable(file, e);
    }
  }
}
