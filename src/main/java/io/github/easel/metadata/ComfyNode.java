package io.github.easel.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One node of a ComfyUI graph.
 *
 * @param type its class
 * @param inputs name to value, or to a link: an array of another node's id and the number of its
 *     output
 */
record ComfyNode(String type, JsonNode inputs) {

  /**
   * Where an input comes from.
   *
   * @param id the other node
   * @param slot which of its outputs, from 0
   */
  record Link(String id, int slot) {}

  boolean has(String input) {
    return inputs.has(input);
  }

  /** The link in that input, if there is one. */
  Optional<Link> link(String input) {
    return link(inputs.path(input));
  }

  /** The link that a value of an input is, if it is one. */
  static Optional<Link> link(JsonNode value) {
    boolean isLink =
        value.isArray()
            && value.size() == 2
            && value.path(0).isValueNode()
            && value.path(1).isIntegralNumber();
    return isLink
        ? Optional.of(new Link(value.path(0).asText(), value.path(1).asInt()))
        : Optional.empty();
  }

  /** The first of these inputs that the node has. */
  Optional<String> firstOf(List<String> names) {
    return names.stream().filter(this::has).findFirst();
  }
}
