package io.github.easel.model;

import io.github.easel.generation.GenerationException;
import io.github.easel.weights.Safetensors;
import io.github.easel.weights.TensorFile;
import io.github.easel.weights.TensorFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The weights in a network's folder, under the names that diffusers and transformers give them. Of
 * several the fullest are taken, those of 32 bits before the variant of 16, and safetensors before
 * torch's pickles.
 */
final class NetworkWeights {

  private static final List<String> NAMES =
      List.of(
          "diffusion_pytorch_model.safetensors",
          "model.safetensors",
          "diffusion_pytorch_model.safetensors.index.json",
          "model.safetensors.index.json",
          "diffusion_pytorch_model.fp16.safetensors",
          "model.fp16.safetensors",
          "diffusion_pytorch_model.safetensors.index.fp16.json",
          "model.safetensors.index.fp16.json",
          "diffusion_pytorch_model.bin",
          "pytorch_model.bin",
          "diffusion_pytorch_model.fp16.bin",
          "pytorch_model.fp16.bin");

  private NetworkWeights() {}

  /** The file of the weights, or the index of the files; nothing if there are none. */
  static Optional<Path> find(Path folder) {
    return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  /**
   * The file of the weights, which must be there.
   *
   * @param model what people call the model
   * @throws GenerationException {@code MODEL_FILE_MISSING}
   */
  static Path require(Path folder, String model) {
    return find(folder)
        .orElseThrow(() -> ModelFiles.missing(folder.resolve(NAMES.get(0)), folder, model));
  }

  /**
   * What a file of weights says of its tensors.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code MODEL_FILE_UNUSABLE}
   */
  static TensorFile open(Path file) {
    // an index of a variant is not called as TensorFiles expects
    return file.toString().endsWith(".json") ? Safetensors.openIndex(file) : TensorFiles.open(file);
  }
}
