package io.github.easel.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads a field that names a constant in small letters. */
final class JsonChoice {

  private JsonChoice() {}

  /**
   * The constant that the field names, or the other if the field is absent or null.
   *
   * @throws IllegalArgumentException if the name is unknown
   */
  static <E extends Enum<E>> E of(Class<E> type, JsonNode json, String key, E otherwise) {
    return find(type, json, key).orElse(otherwise);
  }

  /**
   * The constant that the field names; empty if the field is absent or null.
   *
   * @throws IllegalArgumentException if the name is unknown
   */
  static <E extends Enum<E>> Optional<E> find(Class<E> type, JsonNode json, String key) {
    JsonNode value = json.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    String name = value.asText().toUpperCase(Locale.ROOT);
    return Optional.of(
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> constant.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("%s '%s'".formatted(key, value.asText()))));
  }
}
