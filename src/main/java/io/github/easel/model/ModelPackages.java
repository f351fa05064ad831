package io.github.easel.model;

import io.github.easel.generation.GenerationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out in what form a model was published. */
public final class ModelPackages {

  private ModelPackages() {}

  /**
   * The model in a folder or a file. Whether the files are there that it needs is looked at here;
   * what is in them when they are opened.
   *
   * @throws GenerationException {@code MODEL_NOT_FOUND}, {@code MODEL_FILE_MISSING} naming the
   *     first file that is not there, or {@code MODEL_UNSUPPORTED}
   */
  public static ModelPackage at(Path path) {
    return at(path, Optional.empty());
  }

  /**
   * Likewise.
   *
   * @param configs a folder laid out as diffusers does, whose {@code config.json} files tell the
   *     numbers of a single file that is of unusual shapes
   */
  public static ModelPackage at(Path path, Optional<Path> configs) {
    return at(path, configs, ModelAdvice.none());
  }

  /** Likewise, with what the user said of the model. */
  static ModelPackage at(Path path, Optional<Path> configs, ModelAdvice profile) {
    if (Files.isRegularFile(path)) {
      return CheckpointFile.at(path, configs, profile);
    }
    return DiffusersFolder.resembles(path)
        ? DiffusersFolder.at(path, profile)
        : ModelFolder.at(path, profile);
  }

  /** The config folder beside a single file, if there is one. */
  public static Optional<Path> configsOf(Path file) {
    return CheckpointPaths.configs(file);
  }

  /** Whether there is a model, though it may lack something. */
  public static boolean isModel(Path path) {
    if (Files.isRegularFile(path)) {
      return CheckpointPaths.isNamedSo(path) && isCheckpoint(path, false);
    }
    return ModelFolder.isModel(path) || DiffusersFolder.isModel(path);
  }

  /** Whether there is a model, or something that was meant to be one. */
  public static boolean resembles(Path path) {
    if (Files.isRegularFile(path)) {
      return CheckpointPaths.isNamedSo(path) && isCheckpoint(path, true);
    }
    if (Files.isSymbolicLink(path) && !Files.exists(path)) {
      return CheckpointPaths.isNamedSo(path);
    }
    return (isModel(path) || ModelFolder.resemblesModel(path))
        && !CheckpointPaths.belongsToCheckpoint(path);
  }

  /** Of a file that cannot be read nobody knows; whoever put it there should learn why. */
  private static boolean isCheckpoint(Path file, boolean otherwise) {
    try {
      return CheckpointContents.of(file).isModel();
    } catch (GenerationException e) {
      return otherwise;
    }
  }
}
