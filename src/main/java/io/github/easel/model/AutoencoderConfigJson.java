package io.github.easel.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.AutoencoderConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code vae/config.json} as diffusers writes it for AutoencoderKL. */
final class AutoencoderConfigJson {

  private AutoencoderConfigJson() {}

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
    List<Integer> channels = new ArrayList<>();
    json.path("block_out_channels").forEach(one -> channels.add(one.asInt()));
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
      throw GenerationException.unusable(
          file, "the numbers of an autoencoder", String.valueOf(e.getMessage()), e);
    }
  }
}
