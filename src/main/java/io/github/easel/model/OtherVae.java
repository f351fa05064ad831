package io.github.easel.model;

import io.github.easel.file.DeadLink;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.AutoencoderConfig;
import io.github.easel.network.AutoencoderDecoder;
import io.github.easel.network.AutoencoderEncoder;
import io.github.easel.weights.CheckpointNames;
import io.github.easel.weights.StoredTensor;
import io.github.easel.weights.TensorFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * An autoencoder in a file of its own, under whichever names, that takes the place of a model's.
 * Its numbers follow from its shapes.
 */
record OtherVae(Path file, Map<String, StoredTensor> tensors) {

  /** Of Stable Diffusion 1, 2 and XL. */
  private static final int LATENT_CHANNELS = 4;

  /**
   * Looks into a file, or into a folder as diffusers writes it.
   *
   * @throws GenerationException {@code MODEL_FILE_MISSING}, {@code FILE_UNREADABLE}, {@code
   *     MODEL_FILE_UNUSABLE} if it is no autoencoder
   */
  static OtherVae open(Path path) {
    Path file = Files.isDirectory(path) ? NetworkWeights.require(path, path.toString()) : path;
    if (!Files.isRegularFile(file)) {
      throw DeadLink.to(file).orElseGet(() -> GenerationException.missing(file));
    }
    TensorFile read = NetworkWeights.open(file);
    Map<String, StoredTensor> tensors = CheckpointNames.sort(read).vae();
    if (tensors.keySet().stream().noneMatch(name -> name.startsWith("decoder."))) {
      throw GenerationException.unusable(file, "an autoencoder (VAE)", "something else");
    }
    return new OtherVae(file, tensors);
  }

  /**
   * Makes sure that it can take the place of a Stable Diffusion model's own.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE}, {@code SHAPES_UNUSUAL}
   */
  void check() {
    if (!tensors.containsKey("encoder.conv_in.weight")
        || !tensors.containsKey("decoder.conv_in.weight")) {
      throw GenerationException.unusable(
          file, "a whole autoencoder (VAE)", "a part of one, or one of another kind");
    }
    int channels = config().latentChannels();
    if (channels != LATENT_CHANNELS) {
      throw GenerationException.unusable(
          file, "an autoencoder (VAE) of four channels", "one of " + channels);
    }
  }

  private AutoencoderConfig config() {
    return AutoencoderShapes.read(new TensorShapes(file, tensors));
  }

  WeightedNetwork decoder() {
    return new WeightedNetwork(new AutoencoderDecoder(config()), file, tensors);
  }

  WeightedNetwork encoder() {
    return new WeightedNetwork(new AutoencoderEncoder(config()), file, tensors);
  }
}
