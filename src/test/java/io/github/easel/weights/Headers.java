package io.github.easel.weights;

import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files of which there is only the header: names and shapes, as tests of names need them. */
final class Headers {

  static final Path FILE = Path.of("model.safetensors");

  private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
  private long end;

  /** Adds a tensor of halves behind the last one. */
  Headers with(String name, long... shape) {
    StoredTensor tensor = new StoredTensor(name, DataType.F16, Shape.of(shape), FILE, end);
    tensors.put(name, tensor);
    end += tensor.bytes();
    return this;
  }

  /** Adds a layer's weight and bias. */
  Headers layer(String name, long... shape) {
    return with(name + ".weight", shape).with(name + ".bias", shape[0]);
  }

  StoredTensor get(String name) {
    return file().tensor(name);
  }

  TensorFile file() {
    return new TensorFile(FILE, tensors, Map.of());
  }
}
