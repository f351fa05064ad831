package io.github.easel.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.AutoencoderConfig;
import io.github.easel.network.AutoencoderDecoder;
import io.github.easel.network.AutoencoderEncoder;
import io.github.easel.network.ClipTextEncoder;
import io.github.easel.network.Network;
import io.github.easel.network.UNet;
import io.github.easel.network.UNetConfig;
import io.github.easel.network.UNetEnds;
import io.github.easel.weights.Components;
import io.github.easel.weights.LoraTargets;
import io.github.easel.weights.StoredTensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
 * @param adapted weights in the place of the file's own
 */
record CheckpointNetworks(
    CheckpointContents contents,
    Path vaeFile,
    Map<String, StoredTensor> vae,
    Optional<Path> configs,
    AdaptedWeights adapted) {

  private static final String UNET = "unet";
  private static final String TEXT_ENCODER = "text_encoder";
  private static final String SECOND_TEXT_ENCODER = "text_encoder_2";
  private static final String VAE = "vae";

  /**
   * Refuses a file that lacks a network.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE}
   */
  void requireAll() {
    if (!hasFirst() && !hasSecond()) {
      throw contents.lacks("no text encoder");
    }
    if (vae.keySet().stream().noneMatch(name -> name.startsWith("decoder."))) {
      throw contents.lacks("no autoencoder");
    }
  }

  /** Whether there is OpenAI's text encoder, or OpenCLIP's of version 2. */
  boolean hasFirst() {
    return !components().textEncoder().isEmpty();
  }

  /** Whether there is OpenCLIP's with its projection, as in Stable Diffusion XL. */
  boolean hasSecond() {
    return !components().textEncoder2().isEmpty();
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
        .map(file -> UNetConfigJson.read(file, isAesthetic()))
        .orElseGet(() -> UNetShapes.read(new TensorShapes(file(), components().unet())));
  }

  private boolean isAesthetic() {
    return configs
        .map(folder -> ModelJson.readIfPresent(folder.resolve("model_index.json")))
        .map(json -> json.path("requires_aesthetics_score").asBoolean(false))
        .orElse(false);
  }

  /** Pixels to a latent cell. */
  int vaeFactor() {
    return tiny().map(OtherVae::factor).orElseGet(() -> 1 << (vaeConfig().channels().size() - 1));
  }

  /** The autoencoder, if it is one of few layers. */
  private Optional<OtherVae> tiny() {
    return Optional.of(new OtherVae(vaeFile, vae)).filter(OtherVae::isTiny);
  }

  /** What latents are divided by before they are decoded. */
  double scalingFactor() {
    return config(VAE)
        .map(file -> ModelJson.read(file).path("scaling_factor"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::asDouble)
        .orElseGet(() -> ModelFamily.of(unetConfig()).scalingFactor());
  }

  private AutoencoderConfig vaeConfig() {
    return config(VAE)
        .map(AutoencoderConfigJson::read)
        .orElseGet(() -> AutoencoderShapes.read(new TensorShapes(vaeFile, vae)));
  }

  /** The numbers of the text encoder, of two the first. */
  ClipTextEncoder textConfig() {
    return hasFirst() ? first(0, true) : second(0);
  }

  /** How many layers the one with the projection has. */
  int secondLayers() {
    return second(0).config().layers();
  }

  private ClipTextEncoder first(int skipped, boolean normalized) {
    return config(TEXT_ENCODER)
        .map(file -> ClipConfigJson.text(file, skipped, normalized, false))
        .orElseGet(
            () ->
                ClipShapes.read(
                    new TensorShapes(file(), components().textEncoder()),
                    skipped,
                    normalized,
                    false));
  }

  private ClipTextEncoder second(int skipped) {
    return config(SECOND_TEXT_ENCODER)
        .map(file -> ClipConfigJson.text(file, skipped, false, true))
        .orElseGet(
            () ->
                ClipShapes.read(
                    new TensorShapes(file(), components().textEncoder2()), skipped, false, true));
  }

  WeightedNetwork unet() {
    return ofUnet(UNet.strided(unetConfig()));
  }

  /** One whose pixels look at all others, as in training. */
  WeightedNetwork wholeUnet() {
    return ofUnet(new UNet(unetConfig()));
  }

  /** Its first and last layers. */
  WeightedNetwork unetEnds() {
    return ofUnet(new UNetEnds(unetConfig(), true));
  }

  private WeightedNetwork ofUnet(Network network) {
    return new WeightedNetwork(network, file(), components().unet())
        .with(adapted, LoraTargets.Network.UNET);
  }

  /**
   * The text encoder, of two the first. Beside a second one its states are not normalized.
   *
   * @param skipped layers left out at the end
   */
  WeightedNetwork textEncoder(int skipped) {
    return new WeightedNetwork(
            first(skipped, !hasSecond()).withLearnedWords(), file(), components().textEncoder())
        .with(adapted, LoraTargets.Network.TEXT_ENCODER);
  }

  /** OpenCLIP's text encoder with its projection; likewise. */
  WeightedNetwork secondTextEncoder(int skipped) {
    return new WeightedNetwork(
            second(skipped).withLearnedWords(), file(), components().textEncoder2())
        .with(adapted, LoraTargets.Network.TEXT_ENCODER_2);
  }

  WeightedNetwork imageDecoder() {
    return tiny()
        .map(other -> other.decoder(scalingFactor()))
        .orElseGet(() -> new WeightedNetwork(new AutoencoderDecoder(vaeConfig()), vaeFile, vae));
  }

  WeightedNetwork imageEncoder() {
    return tiny()
        .map(other -> other.encoder(scalingFactor()))
        .orElseGet(() -> new WeightedNetwork(new AutoencoderEncoder(vaeConfig()), vaeFile, vae));
  }

  /** What drawing needs, in the order in which it runs. */
  Map<String, WeightedNetwork> parts() {
    Map<String, WeightedNetwork> parts = new LinkedHashMap<>();
    if (hasFirst()) {
      parts.put(TEXT_ENCODER, textEncoder(0));
    }
    if (hasSecond()) {
      parts.put(SECOND_TEXT_ENCODER, secondTextEncoder(1));
    }
    parts.put(UNET, unet());
    parts.put(VAE, imageDecoder());
    return parts;
  }

  /** The same with other weights in the place of some. */
  CheckpointNetworks with(AdaptedWeights weights) {
    return new CheckpointNetworks(contents, vaeFile, vae, configs, weights);
  }

  private Components components() {
    return contents.components();
  }
}
