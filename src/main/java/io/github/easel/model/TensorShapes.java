package io.github.easel.model;

import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.StoredTensor;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads a network's numbers off the names and shapes of its tensors.
 *
 * @param file that they are of, where something is amiss
 */
record TensorShapes(Path file, Map<String, StoredTensor> tensors) {

  private static final int LARGEST = 1 << 24;

  /** Whether there is a tensor of that name. */
  boolean has(String name) {
    return tensors.containsKey(name);
  }

  /** Whether there is a tensor whose name begins so. */
  boolean hasAny(String prefix) {
    return tensors.keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  /** How many things are numbered from 0 on behind a prefix, such as {@code down_blocks.}. */
  int count(String prefix) {
    int count = 0;
    while (hasAny(prefix + count + ".")) {
      count++;
    }
    return count;
  }

  /**
   * The length of one of a tensor's axes.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE} if there is no such tensor or axis
   */
  int axis(String name, int axis) {
    Shape shape = shape(name);
    if (axis >= shape.rank() || shape.axis(axis) < 1 || shape.axis(axis) > LARGEST) {
      throw GenerationException.unusable(
          file, name + " with " + (axis + 1) + " axes", "the shape " + shape);
    }
    return (int) shape.axis(axis);
  }

  /**
   * How many axes a tensor has.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE} if there is no such tensor
   */
  int rank(String name) {
    return shape(name).rank();
  }

  private Shape shape(String name) {
    StoredTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw GenerationException.unusable(file, "the tensor " + name, "none of that name");
    }
    return tensor.shape();
  }

  /** A sentence's failure for shapes that none of Stable Diffusion's families has. */
  GenerationException unusual(String network, String found) {
    return GenerationException.unusable(
        file,
        "%s of Stable Diffusion's usual shapes (for others, give the folder of its config.json files)"
            .formatted(network),
        found);
  }
}
