package io.github.easel.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a model by its weights, without opening it.
 *
 * @param kind the form in which it was published
 * @param family in words, for example {@code Stable Diffusion 2.x, inpainting}
 * @param prediction how it is known what it predicts, in a few English words
 * @param parts its networks, in the order in which they run
 */
public record ModelFacts(Kind kind, String family, String prediction, List<Part> parts) {

  public ModelFacts {
    parts = List.copyOf(parts);
  }

  /** The forms in which models are published. */
  public enum Kind {
    /** A folder of ONNX graphs. */
    ONNX_FOLDER,
    /** A folder of weights and config.json files. */
    DIFFUSERS_FOLDER,
    /** One file of weights. */
    SINGLE_FILE
  }

  /**
   * One network.
   *
   * @param name its folder's name in diffusers, for example {@code unet}
   * @param file where its weights are
   * @param bytes of its tensors
   * @param tensors how many
   * @param types of numbers, the most frequent first, for example {@code F16}
   * @param lack the first tensor that is missing or of a wrong shape and how many more; nothing if
   *     the network is whole
   */
  public record Part(
      String name, Path file, long bytes, int tensors, List<String> types, Optional<String> lack) {

    public Part {
      types = List.copyOf(types);
    }
  }
}
