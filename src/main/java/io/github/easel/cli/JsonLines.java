package io.github.easel.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes one JSON object a line to standard output, in ASCII whatever the locale. */
final class JsonLines {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Streams streams;

  JsonLines(Streams streams) {
    this.streams = streams;
  }

  /** An object that says in its field {@code event} which it is. */
  static ObjectNode event(String name) {
    return JSON.createObjectNode().put("event", name);
  }

  /** Writes the object at once. */
  void write(ObjectNode event) {
    try {
      streams.result(JSON.writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
    }
  }
}
