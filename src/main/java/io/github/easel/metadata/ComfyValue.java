package io.github.easel.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Finds the plain value of an input that another node may supply. */
final class ComfyValue {

  /** Where nodes that only hold a value keep it. */
  private static final List<String> HOLDERS =
      List.of(
          "value",
          "Value",
          "text",
          "string",
          "String",
          "prompt",
          "int",
          "float",
          "number",
          "Number",
          "seed",
          "noise_seed",
          "text_0",
          "populated_text",
          "wildcard_text",
          "source",
          "any");

  /** Joins of joins would otherwise double with every node. */
  private static final int MOST_VISITS = 200;

  private static final int LONGEST = 100_000;

  private final ComfyGraph graph;
  private int visits;

  ComfyValue(ComfyGraph graph) {
    this.graph = graph;
  }

  /** The value in words, or nothing if it cannot be told. */
  Optional<String> of(ComfyNode node, String input) {
    if (++visits > MOST_VISITS) {
      return Optional.empty();
    }
    JsonNode value = node.inputs().path(input);
    if (value.isValueNode() && !value.isNull()) {
      return Optional.of(value.asText()).filter(text -> text.length() <= LONGEST);
    }
    return ComfyNode.link(value).flatMap(graph::at).flatMap(holder -> held(holder, input));
  }

  private Optional<String> held(ComfyNode holder, String input) {
    if (holder.has("string_a") && holder.has("string_b")) {
      return joined(holder, "string_a", "string_b");
    }
    if (holder.has("text_a") && holder.has("text_b")) {
      return joined(holder, "text_a", "text_b");
    }
    return (holder.has(input) ? Optional.of(input) : holder.firstOf(HOLDERS))
        .flatMap(name -> of(holder, name));
  }

  private Optional<String> joined(ComfyNode holder, String first, String second) {
    String delimiter = holder.inputs().path("delimiter").asText("");
    Optional<String> start = of(holder, first);
    Optional<String> end = of(holder, second);
    if (start.isEmpty()) {
      return end;
    }
    return Optional.of(end.map(text -> start.get() + delimiter + text).orElse(start.get()))
        .filter(text -> text.length() <= LONGEST);
  }
}
