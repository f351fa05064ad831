package io.github.easel.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.Activation;
import io.github.easel.network.ClipConfig;
import io.github.easel.network.ClipImageEncoder;
import io.github.easel.network.ClipTextEncoder;
import java.nio.file.Path;

/** Reads {@code config.json} of CLIP's towers as transformers writes it. */
final class ClipConfigJson {

  /** Files that say so were written before transformers knew the true id; it means the greatest. */
  private static final int OLD_END = 2;

  private final Path file;
  private final JsonNode json;

  private ClipConfigJson(Path file, JsonNode json) {
    this.file = file;
    this.json = json;
  }

  /**
   * Reads a text encoder's file.
   *
   * @param skipped layers left out at the end
   * @param normalized whether the states are normalized at the end
   * @param projected whether the projected end-of-text token is wanted
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE} for numbers that make none
   */
  static ClipTextEncoder text(Path file, int skipped, boolean normalized, boolean projected) {
    ClipConfigJson reading = new ClipConfigJson(file, ModelJson.read(file));
    JsonNode json = reading.json;
    int end = json.path("eos_token_id").asInt(OLD_END);
    try {
      return new ClipTextEncoder(
          reading.tower(),
          json.path("vocab_size").asInt(49408),
          json.path("max_position_embeddings").asInt(77),
          end == OLD_END ? -1 : end,
          skipped,
          normalized,
          projected);
    } catch (IllegalArgumentException e) {
      throw GenerationException.unusable(
          file, "the numbers of CLIP's text encoder", String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Reads an image encoder's file.
   *
   * @throws GenerationException likewise
   */
  static ClipImageEncoder image(Path file) {
    ClipConfigJson reading = new ClipConfigJson(file, ModelJson.read(file));
    JsonNode json = reading.json;
    try {
      return new ClipImageEncoder(
          reading.tower(), json.path("image_size").asInt(224), json.path("patch_size").asInt(32));
    } catch (IllegalArgumentException e) {
      throw GenerationException.unusable(
          file, "the numbers of CLIP's image encoder", String.valueOf(e.getMessage()), e);
    }
  }

  private ClipConfig tower() {
    return new ClipConfig(
        json.path("hidden_size").asInt(512),
        json.path("intermediate_size").asInt(2048),
        json.path("num_hidden_layers").asInt(12),
        json.path("num_attention_heads").asInt(8),
        activation(json.path("hidden_act").asText("quick_gelu")),
        json.path("layer_norm_eps").asDouble(1e-5),
        json.path("projection_dim").asInt(512));
  }

  private Activation activation(String name) {
    return switch (name) {
      case "quick_gelu" -> Activation.QUICK_GELU;
      case "gelu" -> Activation.GELU;
      default -> throw GenerationException.unusable(file, "quick_gelu or gelu", name);
    };
  }
}
