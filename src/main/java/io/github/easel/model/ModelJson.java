package io.github.easel.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JSON files of a model folder. */
final class ModelJson {

  private static final String OBJECT = "a JSON object";

  /** Python writes infinities as they are. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private ModelJson() {}

  /**
   * The object that a file holds.
   *
   * @throws GenerationException if it cannot be read or is no JSON object
   */
  static JsonNode read(Path file) {
    try {
      JsonNode node = MAPPER.readTree(Files.readAllBytes(file));
      if (node == null || !node.isObject()) {
        throw GenerationException.unusable(file, OBJECT, "something else");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw GenerationException.unusable(file, OBJECT, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw GenerationException.unreadable(file, e);
    }
  }

  /**
   * Whether a folder's model is given zeros for an empty negative prompt: diffusers does so unless
   * {@code model_index.json} says otherwise, with models of two text encoders only.
   */
  static boolean zeroesEmptyNegative(Path root) {
    return Files.isDirectory(root.resolve("text_encoder_2"))
        && readIfPresent(root.resolve("model_index.json"))
            .path("force_zeros_for_empty_prompt")
            .asBoolean(true);
  }

  /** Likewise, or a missing node where there is no such file. */
  static JsonNode readIfPresent(Path file) {
    return Files.isRegularFile(file) ? read(file) : MissingNode.getInstance();
  }
}
