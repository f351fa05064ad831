package io.github.easel.app;

import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Sampling;
import java.nio.file.Path;
import java.util.List;

/** The models that are at hand. */
public interface ModelService {

  /**
   * A model as lists show it.
   *
   * @param name what requests call it
   * @param folder where it is
   * @param size the size it was trained for
   * @param sampling the settings that suit it
   */
  record ModelSummary(String name, Path folder, ImageSize size, Sampling sampling) {}

  /** All models at hand, the starter model first. */
  List<ModelSummary> list();
}
