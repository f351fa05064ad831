package io.github.easel.model;

import io.github.easel.file.DeadLink;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.AutoencoderConfig;
import io.github.easel.network.AutoencoderDecoder;
import io.github.easel.network.AutoencoderEncoder;
import io.github.easel.network.Network;
import io.github.easel.network.TinyDecoder;
import io.github.easel.network.TinyEncoder;
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
    if (TinyShapes.fit(new TensorShapes(file, read.tensors()))) {
      return new OtherVae(file, read.tensors());
    }
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
    if (isTiny()) {
      decoder(1).check();
      encoder(1).check();
      return;
    }
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
    return AutoencoderShapes.read(shapes());
  }

  private TensorShapes shapes() {
    return new TensorShapes(file, tensors);
  }

  /** Whether it is one of few layers (TAESD), which is fast and less exact. */
  boolean isTiny() {
    return TinyShapes.fit(shapes());
  }

  /** Pixels to a latent cell. */
  int factor() {
    int levels =
        isTiny() ? TinyShapes.read(shapes()).decoderBlocks().size() : config().channels().size();
    return 1 << (levels - 1);
  }

  /**
   * Its second half.
   *
   * @param scalingFactor that latents come divided by
   */
  WeightedNetwork decoder(double scalingFactor) {
    return weighted(
        isTiny()
            ? new TinyDecoder(TinyShapes.read(shapes()), scalingFactor)
            : new AutoencoderDecoder(config()));
  }

  /**
   * Its first half.
   *
   * @param scalingFactor that latents are multiplied with afterwards
   */
  WeightedNetwork encoder(double scalingFactor) {
    return weighted(
        isTiny()
            ? new TinyEncoder(TinyShapes.read(shapes()), scalingFactor)
            : new AutoencoderEncoder(config()));
  }

  private WeightedNetwork weighted(Network network) {
    return new WeightedNetwork(network, file, tensors);
  }
}
