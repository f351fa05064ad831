package io.github.easel.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Takes models into the user's folder of models. Looking and copying read files, so do it off the
 * window's thread.
 */
public interface ModelImport {

  /** Where no models can be taken in. */
  ModelImport NONE = new NoModelImport();

  /**
   * A model somewhere on this computer.
   *
   * @param name its folder's name, or its file's without the ending
   * @param folder the folder with {@code unet} in it, or the file with all networks
   * @param bytes the size of all its files
   * @param atHand whether it lies among the models already
   */
  record Found(String name, Path folder, long bytes, boolean atHand) {}

  /** A model being copied. Nothing of it is seen among the models before all of it is there. */
  interface Copying extends AutoCloseable {

    /**
     * Copies a further piece, a few megabytes.
     *
     * @return whether that was the last
     * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE}, {@code
     *     FILE_UNWRITABLE}
     */
    boolean proceed();

    /** The share that is copied, 0 to 1. */
    double share();

    /** The name of the copy: the model's own, or one with a number if that is taken. */
    String name();

    /** Takes away what is not finished. */
    @Override
    void close();
  }

  /**
   * The model that the folder or file belongs to: a folder as diffusers and Optimum write it, a
   * graph or weights in one, or a checkpoint that holds all networks in a file.
   *
   * @return nothing if there is no model
   * @throws io.github.easel.generation.GenerationException {@code MODEL_...} if there is one that
   *     lacks something or cannot be drawn with
   */
  Optional<Found> look(Path path);

  /**
   * Likewise.
   *
   * @param configs a folder of {@code config.json} files that goes with a checkpoint of unusual
   *     shapes
   */
  Optional<Found> look(Path path, Optional<Path> configs);

  /**
   * The LoRA or the embedding that the file is.
   *
   * @return nothing if it is neither
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE}, {@code
   *     MODEL_FILE_UNUSABLE}
   */
  Optional<Found> lookAtAddition(Path file);

  /**
   * What a folder of models holds that could be used where it lies.
   *
   * @param models those that can be drawn with
   * @param unusable those that cannot
   * @param additions LoRAs and embeddings
   * @param atHand whether it is looked through already
   */
  record Holding(int models, int unusable, int additions, boolean atHand) {

    /** Whether there is anything. */
    public boolean isEmpty() {
      return models + unusable + additions == 0;
    }
  }

  /**
   * What the folder holds, of Easel's, A1111's or ComfyUI's making.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE}
   */
  Holding holding(Path folder);

  /**
   * Begins to copy the model, or what is added to models.
   *
   * @param configs a folder of {@code config.json} files, laid out as diffusers does, that goes
   *     with a checkpoint of unusual shapes
   */
  Copying copy(Found model, Optional<Path> configs);
}
