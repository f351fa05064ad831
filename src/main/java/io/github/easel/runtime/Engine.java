package io.github.easel.runtime;

import java.nio.file.Path;
import java.util.Optional;

/** An inference engine on one device. Thread-safe. */
public interface Engine {

  /**
   * Opens a network's file; weights that lie in files beside it are found there.
   *
   * @throws io.github.easel.generation.GenerationException if it cannot be used
   */
  default Session open(Path file) {
    return open(file, false);
  }

  /**
   * Likewise.
   *
   * @param resting whether it can be let go of between its runs ({@link Session#rest})
   * @throws io.github.easel.generation.GenerationException if it cannot be used
   */
  Session open(Path file, boolean resting);

  /**
   * Opens a CLIP text encoder without its last layers: its final layer norm is applied to the
   * hidden states of the last layer that is left.
   *
   * @param clipSkip layers that are left out, plus one; 1 opens all
   * @throws io.github.easel.generation.GenerationException if it cannot be used, or
   *     CLIP_SKIP_UNSUITABLE if it has too few layers or is not understood
   */
  Session openTextEncoder(Path file, int clipSkip);

  /**
   * Opens an autoencoder's first half. If its graph draws latents itself, with noise that no seed
   * decides, it is made to give {@code latent_parameters} (mean and log-variance) instead; a graph
   * that is not understood is opened as it is.
   *
   * @throws io.github.easel.generation.GenerationException if it cannot be used
   */
  Session openImageEncoder(Path file);

  /**
   * Opens a graph that was made in memory.
   *
   * @param resting as of {@link #open(Path, boolean)}
   * @throws io.github.easel.generation.GenerationException if it cannot be used
   */
  Session open(NetworkGraph graph, boolean resting);

  /**
   * Writes a graph as this engine has optimized it for this device, with its weights in a file
   * beside it: it opens faster from then on, with {@link #open(Path)}.
   *
   * @param file to be written; nothing that is half written is taken away
   * @throws io.github.easel.generation.GenerationException if the graph cannot be used or the file
   *     not be written
   */
  void prepare(NetworkGraph graph, Path file);

  /**
   * Whether a UNet had better compute with floats of 16 bits here. On processors those are slower,
   * on graphics cards faster and smaller.
   */
  default boolean prefersHalf() {
    return false;
  }

  /** Where networks are kept that were made ready; nothing where none are. */
  default Optional<PreparedNetworks> prepared() {
    return Optional.empty();
  }

  /** {@code CPU} or {@code CUDA}. */
  String device();

  /** Why this device, in one short English sentence. */
  String reason();

  /** Whether the reason is that the wished-for device cannot be had. */
  boolean fellBack();

  /** Engine, version and device, for example {@code ONNX Runtime 1.28.0 CPU}. */
  String description();
}
