package io.github.easel.weights;

import java.util.List;
import java.util.Map;

/**
 * What a pickle can make here: plain data, and descriptions of tensors. Objects of other classes
 * are {@link Inert}; nothing of a pickle is ever run. Containers may contain themselves, so they
 * are never compared, hashed or printed.
 */
sealed interface PickleValue {

  /** A text. */
  record Text(String value) implements PickleValue {}

  /** An integer, or a truth value as 0 and 1. */
  record Whole(long value) implements PickleValue {}

  /** The name of a class or function. */
  record Global(String module, String name) implements PickleValue {

    String qualified() {
      return module + "." + name;
    }
  }

  /** A list, tuple or set. */
  record Sequence(List<PickleValue> items) implements PickleValue {}

  /** A dictionary, without those of its entries whose keys are no texts. */
  record Dict(Map<String, PickleValue> items) implements PickleValue {}

  /**
   * Numbers of torch that lie somewhere else.
   *
   * @param type torch's name of the class, such as {@code FloatStorage}
   * @param key names it among the storages of the checkpoint
   * @param count how many numbers
   */
  record Storage(String type, String key, long count) implements PickleValue {}

  /**
   * A view of a storage.
   *
   * @param type torch's name of the storage's class or of the tensor's dtype
   * @param offset of the first number in the storage, counted in numbers
   * @param size the length of each axis
   * @param stride how many numbers lie from one index of an axis to the next
   */
  record Tensor(Storage storage, String type, long offset, List<Long> size, List<Long> stride)
      implements PickleValue {}

  /** Values of which nothing needs to be known. */
  enum Inert implements PickleValue {
    NONE,
    OBJECT
  }
}
