package io.github.easel.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.AutoencoderConfig;
import io.github.easel.network.AutoencoderDecoder;
import io.github.easel.network.AutoencoderEncoder;
import io.github.easel.network.FoldedConfig;
import io.github.easel.network.FoldedDecoder;
import io.github.easel.network.FoldedEncoder;
import io.github.easel.network.Network;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code vae/config.json} as diffusers writes it for AutoencoderKL. */
final class AutoencoderConfigJson {

  /** Only Easel's own small autoencoder has it. */
  private static final String FOLDED = "decoder_channels";

  private AutoencoderConfigJson() {}

  /**
   * The second half that a file describes.
   *
   * @throws GenerationException as {@link #read}
   */
  static Network decoder(Path file) {
    JsonNode json = ModelJson.read(file);
    return json.has(FOLDED)
        ? new FoldedDecoder(folded(file, json))
        : new AutoencoderDecoder(read(file));
  }

  /** The first half; likewise. */
  static Network encoder(Path file) {
    JsonNode json = ModelJson.read(file);
    return json.has(FOLDED)
        ? new FoldedEncoder(folded(file, json))
        : new AutoencoderEncoder(read(file));
  }

  private static FoldedConfig folded(Path file, JsonNode json) {
    try {
      return new FoldedConfig(
          json.path("in_channels").asInt(3),
          json.path("latent_channels").asInt(4),
          numbers(json.path("encoder_channels")),
          numbers(json.path(FOLDED)),
          json.path("norm_num_groups").asInt(16));
    } catch (IllegalArgumentException e) {
      throw unusable(file, e);
    }
  }

  private static List<Integer> numbers(JsonNode array) {
    List<Integer> numbers = new ArrayList<>();
    array.forEach(one -> numbers.add(one.asInt()));
    return numbers;
  }

  private static GenerationException unusable(Path file, IllegalArgumentException e) {
    return GenerationException.unusable(
        file, "the numbers of an autoencoder", String.valueOf(e.getMessage()), e);
  }

  /**
   * Reads a file.
   *
   * @throws GenerationException {@code MODEL_UNSUPPORTED} for another architecture, {@code
   *     MODEL_FILE_UNUSABLE} for numbers that make none
   */
  static AutoencoderConfig read(Path file) {
    JsonNode json = ModelJson.read(file);
    for (String key : List.of("down_block_types", "up_block_types")) {
      for (JsonNode type : json.path(key)) {
        if (!type.asText().endsWith("coderBlock2D") || type.asText().startsWith("Attn")) {
          String found = "an autoencoder with " + type.asText();
          throw new GenerationException(
              Failure.MODEL_UNSUPPORTED, file + " is of " + found, file.toString(), found);
        }
      }
    }
    List<Integer> channels = numbers(json.path("block_out_channels"));
    try {
      return new AutoencoderConfig(
          json.path("in_channels").asInt(3),
          json.path("latent_channels").asInt(4),
          channels,
          json.path("layers_per_block").asInt(1),
          json.path("norm_num_groups").asInt(32),
          json.path("mid_block_add_attention").asBoolean(true),
          json.path("use_quant_conv").asBoolean(true),
          json.path("use_post_quant_conv").asBoolean(true));
    } catch (IllegalArgumentException e) {
      throw unusable(file, e);
    }
  }
}
