package io.github.easel.model;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.AutoencoderConfig;
import io.github.easel.network.AutoencoderDecoder;
import io.github.easel.network.AutoencoderEncoder;
import io.github.easel.network.ClipTextEncoder;
import io.github.easel.network.UNet;
import io.github.easel.network.UNetConfig;
import io.github.easel.weights.Components;
import io.github.easel.weights.StoredTensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The networks of a single-file checkpoint. The numbers of each are those of its {@code
 * config.json} where the config folder has one, else its shapes tell them.
 *
 * @param contents the file's
 * @param vaeFile where the autoencoder is, which may be a file of its own
 * @param vae its tensors
 * @param configs the config folder
 */
record CheckpointNetworks(
    CheckpointContents contents,
    Path vaeFile,
    Map<String, StoredTensor> vae,
    Optional<Path> configs) {

  private static final String UNET = "unet";
  private static final String TEXT_ENCODER = "text_encoder";
  private static final String VAE = "vae";

  /**
   * Refuses a file that lacks a network.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE}, {@code MODEL_UNSUPPORTED}
   */
  void requireAll() {
    if (!components().textEncoder2().isEmpty()) {
      String what = "a model with OpenCLIP's second text encoder (Stable Diffusion XL)";
      throw new GenerationException(
          Failure.MODEL_UNSUPPORTED, file() + " is " + what, file().toString(), what);
    }
    if (components().textEncoder().isEmpty()) {
      throw contents.lacks("no text encoder");
    }
    if (vae.keySet().stream().noneMatch(name -> name.startsWith("decoder."))) {
      throw contents.lacks("no autoencoder");
    }
  }

  /** Whether pictures can become latents; some files have half an autoencoder. */
  boolean hasImageEncoder() {
    return vae.keySet().stream().anyMatch(name -> name.startsWith("encoder."));
  }

  /** The checkpoint. */
  Path file() {
    return contents.file().file();
  }

  /** A network's file in the config folder, if it is there. */
  Optional<Path> config(String network) {
    return configs
        .map(folder -> folder.resolve(network).resolve("config.json"))
        .filter(Files::isRegularFile);
  }

  UNetConfig unetConfig() {
    return config(UNET)
        .map(file -> UNetConfigJson.read(file, false))
        .orElseGet(() -> UNetShapes.read(new TensorShapes(file(), components().unet())));
  }

  AutoencoderConfig vaeConfig() {
    return config(VAE)
        .map(AutoencoderConfigJson::read)
        .orElseGet(() -> AutoencoderShapes.read(new TensorShapes(vaeFile, vae)));
  }

  /**
   * The text encoder, whose states are normalized at the end.
   *
   * @param skipped layers left out at the end
   */
  ClipTextEncoder textConfig(int skipped) {
    return config(TEXT_ENCODER)
        .map(file -> ClipConfigJson.text(file, skipped, true, false))
        .orElseGet(
            () ->
                ClipShapes.read(
                    new TensorShapes(file(), components().textEncoder()), skipped, true, false));
  }

  WeightedNetwork unet() {
    return new WeightedNetwork(new UNet(unetConfig()), file(), components().unet());
  }

  WeightedNetwork textEncoder(int skipped) {
    return new WeightedNetwork(textConfig(skipped), file(), components().textEncoder());
  }

  WeightedNetwork imageDecoder() {
    return new WeightedNetwork(new AutoencoderDecoder(vaeConfig()), vaeFile, vae);
  }

  WeightedNetwork imageEncoder() {
    return new WeightedNetwork(new AutoencoderEncoder(vaeConfig()), vaeFile, vae);
  }

  private Components components() {
    return contents.components();
  }
}
