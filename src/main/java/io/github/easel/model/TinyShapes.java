package io.github.easel.model;

import io.github.easel.network.TinyConfig;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a tiny autoencoder (TAESD), as the names and shapes of its tensors tell them. */
final class TinyShapes {

  private static final String FIRST = "decoder.layers.0.weight";

  private TinyShapes() {}

  /** Whether the tensors are those of one, under diffusers' names. */
  static boolean fit(TensorShapes tensors) {
    return tensors.has(FIRST) && tensors.has("encoder.layers.0.weight");
  }

  /**
   * Its numbers.
   *
   * @throws io.github.easel.generation.GenerationException {@code MODEL_FILE_UNUSABLE}, {@code
   *     SHAPES_UNUSUAL}
   */
  static TinyConfig read(TensorShapes tensors) {
    try {
      return new TinyConfig(
          tensors.axis("encoder.layers.0.weight", 1),
          tensors.axis(FIRST, 1),
          tensors.axis(FIRST, 0),
          // behind the first convolution; an activation and the first enlargement have no weights
          blocks(tensors, "encoder.layers.", 1, 0),
          blocks(tensors, "decoder.layers.", 2, 1));
    } catch (IllegalArgumentException e) {
      throw tensors.unusual("vae", FIRST, e);
    }
  }

  /**
   * The blocks of each level.
   *
   * @param first the first one's number
   * @param enlargements layers without weights between two levels
   */
  private static List<Integer> blocks(
      TensorShapes tensors, String prefix, int first, int enlargements) {
    List<Integer> levels = new ArrayList<>();
    int index = first;
    while (true) {
      int blocks = 0;
      while (tensors.has(prefix + index + ".conv.0.weight")) {
        blocks++;
        index++;
      }
      if (blocks == 0) {
        return levels;
      }
      levels.add(blocks);
      index += enlargements + 1;
    }
  }
}
