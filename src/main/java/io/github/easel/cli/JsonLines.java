package io.github.easel.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.Notice;
import java.util.List;

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

  /** Adds {@code notices [{kind, message}]}. */
  static void putNotices(ObjectNode event, List<Notice> notices, UserMessages messages) {
    ArrayNode array = event.putArray("notices");
    for (Notice notice : notices) {
      array.addObject().put("kind", notice.kind().name()).put("message", messages.of(notice));
    }
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
