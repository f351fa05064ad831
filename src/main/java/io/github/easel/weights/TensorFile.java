package io.github.easel.weights;

import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file says of its tensors.
 *
 * @param file as it was asked for; tensors of a sharded model lie in files beside it
 * @param tensors by name, in the file's order
 * @param metadata what else its writer noted, often nothing
 */
public record TensorFile(
    Path file, Map<String, StoredTensor> tensors, Map<String, String> metadata) {

  public TensorFile {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /**
   * The tensor of that name.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE} naming it if there is none
   */
  public StoredTensor tensor(String name) {
    StoredTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw GenerationException.unusable(
          file, "the tensor " + WeightFiles.quoted(name), "none of that name");
    }
    return tensor;
  }
}
