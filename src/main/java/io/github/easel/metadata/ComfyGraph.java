package io.github.easel.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The nodes of a ComfyUI graph and the ways between them. Graphs may hold loops. */
final class ComfyGraph {

  private final Map<String, ComfyNode> nodes;

  ComfyGraph(Map<String, ComfyNode> nodes) {
    this.nodes = nodes;
  }

  /** The graph that ComfyUI ran: an object of nodes by id, each with class_type and inputs. */
  static Optional<ComfyGraph> ofPrompt(JsonNode json) {
    Map<String, ComfyNode> nodes = new LinkedHashMap<>();
    json.properties()
        .forEach(
            entry -> {
              JsonNode node = entry.getValue();
              if (node.path("class_type").isTextual() && node.path("inputs").isObject()) {
                nodes.put(
                    entry.getKey(),
                    new ComfyNode(node.path("class_type").textValue(), node.path("inputs")));
              }
            });
    return nodes.isEmpty() ? Optional.empty() : Optional.of(new ComfyGraph(nodes));
  }

  /** A set of nodes that does not look into them: their inputs may be long. */
  static Set<ComfyNode> newSet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  Collection<ComfyNode> nodes() {
    return nodes.values();
  }

  Optional<ComfyNode> at(ComfyNode.Link link) {
    return Optional.ofNullable(nodes.get(link.id()));
  }

  /** The node that feeds that input. */
  Optional<ComfyNode> source(ComfyNode node, String input) {
    return node.link(input).flatMap(this::at);
  }

  /** The node that feeds the first of these inputs that the node has. */
  Optional<ComfyNode> source(ComfyNode node, List<String> inputs) {
    return node.firstOf(inputs).flatMap(input -> source(node, input));
  }

  /** The plain value of that input in words, followed through nodes that only hold a value. */
  Optional<String> value(ComfyNode node, String input) {
    return new ComfyValue(this).of(node, input);
  }

  /** The nearest node upstream that fits, the given ones included. */
  Optional<ComfyNode> upstream(List<ComfyNode> from, Predicate<ComfyNode> wanted) {
    Deque<ComfyNode> next = new ArrayDeque<>(from);
    Set<ComfyNode> seen = newSet();
    while (!next.isEmpty()) {
      ComfyNode node = next.removeFirst();
      if (!seen.add(node)) {
        continue;
      }
      if (wanted.test(node)) {
        return Optional.of(node);
      }
      node.inputs()
          .forEach(value -> ComfyNode.link(value).flatMap(this::at).ifPresent(next::addLast));
    }
    return Optional.empty();
  }
}
