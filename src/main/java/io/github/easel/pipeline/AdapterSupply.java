package io.github.easel.pipeline;

import io.github.easel.model.AdapterShelf;
import java.nio.file.Path;

/**
 * Where a pipeline finds the LoRAs and embeddings that prompts name.
 *
 * @param work the folder of the changed weights of a model that is open, which are deleted with it
 */
public record AdapterSupply(AdapterShelf shelf, Path work) {

  /** None at hand. */
  public static AdapterSupply none() {
    return new AdapterSupply(AdapterShelf.empty(), Path.of(""));
  }
}
