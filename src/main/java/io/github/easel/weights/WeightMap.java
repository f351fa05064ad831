package io.github.easel.weights;

import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The weights of one network by the names of its parameters.
 *
 * @param file that they are said to be of, where something is amiss
 */
public record WeightMap(Path file, Map<String, StoredTensor> tensors) {

  public WeightMap {
    tensors = Map.copyOf(tensors);
  }

  /** A tensor, if there is one of that name. */
  public Optional<StoredTensor> find(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  /**
   * A tensor in the shape that a network wants. Axes of length 1 at the end do not matter, since
   * convolutions of single pixels and matrices are the same numbers.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE} if it is not there or is of another
   *     shape
   */
  public StoredTensor require(String name, Shape shape) {
    StoredTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw GenerationException.unusable(
          file, "a tensor %s of shape %s".formatted(name, shape), "none of that name");
    }
    if (!alike(tensor.shape(), shape)) {
      throw GenerationException.unusable(
          tensor.file(), "%s of shape %s".formatted(name, shape), tensor.shape().toString());
    }
    return tensor.shaped(shape);
  }

  private static boolean alike(Shape a, Shape b) {
    int most = Math.max(a.rank(), b.rank());
    for (int i = 0; i < most; i++) {
      if (axis(a, i) != axis(b, i)) {
        return false;
      }
    }
    return true;
  }

  private static long axis(Shape shape, int index) {
    return index < shape.rank() ? shape.axis(index) : 1;
  }
}
