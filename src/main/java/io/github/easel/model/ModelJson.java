package io.github.easel.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JSON files of a model folder. */
final class ModelJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

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
        throw unusable(file, "something else", null);
      }
      return node;
    } catch (JsonProcessingException e) {
      throw unusable(file, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new GenerationException(
          Failure.FILE_UNREADABLE,
          "cannot read " + file,
          e,
          file.toString(),
          String.valueOf(e.getMessage()));
    }
  }

  /** Likewise, or a missing node where there is no such file. */
  static JsonNode readIfPresent(Path file) {
    return Files.isRegularFile(file) ? read(file) : MissingNode.getInstance();
  }

  private static GenerationException unusable(
      Path file, String found, @org.jspecify.annotations.Nullable Throwable cause) {
    return new GenerationException(
        Failure.MODEL_FILE_UNUSABLE,
        "not a JSON object: " + file + ": " + found,
        cause,
        file.toString(),
        "a JSON object",
        found);
  }
}
