package io.github.easel.model;

import io.github.easel.generation.GenerationException;
import java.nio.file.Path;

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
    return DiffusersFolder.resembles(path) ? DiffusersFolder.at(path) : ModelFolder.at(path);
  }

  /** Whether there is a model, though it may lack something. */
  public static boolean isModel(Path path) {
    return ModelFolder.isModel(path) || DiffusersFolder.isModel(path);
  }

  /** Whether there is a model, or something that was meant to be one. */
  public static boolean resembles(Path path) {
    return isModel(path) || ModelFolder.resemblesModel(path);
  }
}
