package io.github.easel.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        throw unusable(
            file, expected, node.isMissingNode() ? "nothing" : node.getNodeType().toString());
      }
      return node;
    } catch (JsonProcessingException e) {
      throw unusable(file, expected, e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw unusable(file, expected, e.toString(), e);
    }
  }

  /** The lines of a file. */
  static List<String> lines(Path file) {
    requirePresent(file);
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unusable(file, "text in UTF-8", e.toString(), e);
    }
  }

  static GenerationException unusable(Path file, String expected, String found) {
    return unusable(file, expected, found, null);
  }

  private static GenerationException unusable(
      Path file, String expected, String found, @Nullable Throwable cause) {
    return new GenerationException(
        Failure.MODEL_FILE_UNUSABLE,
        "%s: expected %s, found %s".formatted(file, expected, found),
        cause,
        file.toString(),
        expected,
        found);
  }

  private static void requirePresent(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new GenerationException(
          Failure.MODEL_FILE_MISSING, "missing file " + file, file.toString());
    }
  }
}
