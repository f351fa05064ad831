package io.github.easel.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a model's files, with failures that say what is wrong with which file. */
final class ModelFiles {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelFiles() {}

  /** The JSON object in a file. */
  static JsonNode object(Path file) {
    String expected = "a JSON object";
    requirePresent(file);
    try {
      JsonNode node = JSON.readTree(file.toFile());
      if (!node.isObject()) {
        throw GenerationException.unusable(
            file, expected, node.isMissingNode() ? "nothing" : node.getNodeType().toString());
      }
      return node;
    } catch (JsonProcessingException e) {
      throw GenerationException.unusable(file, expected, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw GenerationException.unusable(file, expected, e.toString(), e);
    }
  }

  /** The lines of a file. */
  static List<String> lines(Path file) {
    requirePresent(file);
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw GenerationException.unusable(file, "text in UTF-8", e.toString(), e);
    }
  }

  private static void requirePresent(Path file) {
    if (!Files.isRegularFile(file)) {
      throw GenerationException.missing(file);
    }
  }
}
