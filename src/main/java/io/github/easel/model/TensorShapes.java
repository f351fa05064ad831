package io.github.easel.model;

import io.github.easel.generation.Failure;
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

  /**
   * The failure for shapes that none of Stable Diffusion's families has.
   *
   * @param network as its folder is called, such as {@code unet}
   * @param name the tensor that tells it
   */
  GenerationException unusual(String network, String name) {
    String shape = shape(name).toString();
    StoredTensor tensor = tensors.get(name);
    String own = tensor == null ? name : ModelFiles.ownName(tensor);
    return new GenerationException(
        Failure.SHAPES_UNUSUAL,
        "%s: %s of the shape %s in %s".formatted(file, own, shape, network),
        file.toString(),
        network,
        own,
        shape);
  }

  /** Likewise, where numbers do not go together that several tensors tell. */
  GenerationException unusual(String network, String name, IllegalArgumentException cause) {
    GenerationException unusual = unusual(network, name);
    unusual.addSuppressed(cause);
    return unusual;
  }
}
