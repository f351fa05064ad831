package io.github.easel.ui.models;

import io.github.easel.app.ModelImport.Found;
import io.github.easel.app.ModelImport.Holding;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;

/** How far somebody is with adding a model from this computer. */
public sealed interface Adding {

  /** Nothing is being added. */
  record Nothing() implements Adding {}

  /** It is being looked at. */
  record Looking(String name) implements Adding {}

  /**
   * It can be copied, or used where it lies.
   *
   * @param path as it was given
   * @param isModel whether pictures are drawn with it; else it is added to a model
   */
  record Offer(Path path, Found found, boolean isModel) implements Adding {

    /** The folder that would be looked through if it is used where it lies. */
    Path folder() {
      Path parent = found.folder().toAbsolutePath().normalize().getParent();
      return parent == null ? found.folder() : parent;
    }

    /** Whether it is a file, whose numbers a folder of configs may tell. */
    boolean takesConfigs() {
      return isModel && path.equals(found.folder());
    }
  }

  /** A folder of models that can be used where it lies. */
  record OfFolder(Path folder, Holding holding) implements Adding {}

  /**
   * It is being copied.
   *
   * @param share 0 to 1
   */
  record Copying(String name, double share) implements Adding {}

  /**
   * It is here now.
   *
   * @param isModel whether pictures can be drawn with it
   */
  record Added(String name, boolean isModel) implements Adding {}

  /** The folder is looked through from now on. */
  record FolderAdded(Path folder, Holding holding) implements Adding {}

  /** It was here before. */
  record AtHand(String name) implements Adding {}

  /** There is nothing that could be used. */
  record NoModel(String name) implements Adding {}

  /** It cannot be added. */
  record Failed(Path path, GenerationException reason) implements Adding {}
}
