package io.github.easel.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** Reads other programs' JSON. */
final class JsonText {

  /** Python writes NaN and Infinity where JSON has no word for them. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private JsonText() {}

  /** The object that the text holds, or nothing if it holds anything else. */
  static Optional<JsonNode> object(String text) {
    if (!text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** A value in words: strings as they are, whole numbers without a fraction, the rest as JSON. */
  static String words(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
