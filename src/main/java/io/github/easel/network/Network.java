package io.github.easel.network;

import java.util.List;
import java.util.Map;

/** An architecture with all its numbers, without weights. */
public interface Network {

  /** What it is fed with. */
  List<Input> inputs();

  /**
   * Computes its outputs.
   *
   * @param inputs a value for each input's name
   * @param <V> the lowering's values
   * @return by name, in a fixed order
   */
  <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs);

  /** The value of an input, which must be there. */
  static <V> V value(Map<String, V> inputs, String name) {
    V value = inputs.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no input " + name);
    }
    return value;
  }
}
