package io.github.easel.training;

import io.github.easel.tensor.FloatTensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tensors by name. */
final class Values {

  private Values() {}

  /** One that must be there. */
  static FloatTensor of(Map<String, FloatTensor> values, String name) {
    FloatTensor found = values.get(name);
    if (found == null) {
      throw new IllegalStateException("no " + name);
    }
    return found;
  }

  /** Adds all of some to sums of the same names and shapes. */
  static void add(Map<String, FloatTensor> sums, Map<String, FloatTensor> more) {
    more.forEach(
        (name, tensor) -> {
          FloatTensor sum = sums.get(name);
          if (sum == null) {
            sums.put(name, tensor);
          } else {
            for (int i = 0; i < sum.size(); i++) {
              sum.set(i, sum.get(i) + tensor.get(i));
            }
          }
        });
  }

  static Map<String, FloatTensor> copy(Map<String, FloatTensor> values) {
    Map<String, FloatTensor> copies = new LinkedHashMap<>();
    values.forEach((name, tensor) -> copies.put(name, tensor.copy()));
    return copies;
  }
}
