package io.github.easel.metadata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the words behind a conditioning, and the nodes on the way that act on it. */
final class ComfyConditioning {

  /** Graphs whose ways meet again would otherwise double with every node. */
  private static final int MOST_VISITS = 200;

  private static final List<String> TEXTS =
      List.of("text", "text_g", "t5xxl", "clip_g", "text_l", "clip_l", "prompt");
  private static final List<String> CONDITIONINGS =
      List.of("conditioning", "conditioning_to", "conditioning_1", "cond", "input");

  private final ComfyGraph graph;
  private final Set<String> strangers = new LinkedHashSet<>();
  private Optional<ComfyNode> encoder = Optional.empty();
  private int visits;

  ComfyConditioning(ComfyGraph graph) {
    this.graph = graph;
  }

  /** The words; none if none are found. */
  ComfyWords words(ComfyNode node, String input) {
    Optional<ComfyNode.Link> link = node.link(input);
    return link.flatMap(graph::at)
        .map(source -> words(source, link.get().slot()))
        .orElse(ComfyWords.NONE);
  }

  /** The first node that encodes words. */
  Optional<ComfyNode> encoder() {
    return encoder;
  }

  /** Classes of the nodes that did something else than encode words. */
  Set<String> strangers() {
    return strangers;
  }

  private ComfyWords words(ComfyNode node, int slot) {
    if (++visits > MOST_VISITS || node.type().equals("ConditioningZeroOut")) {
      return ComfyWords.NONE;
    }
    Optional<String> text =
        node.firstOf(TEXTS).filter(name -> node.has("clip") || !node.has("conditioning"));
    if (text.isPresent()) {
      encoder = encoder.or(() -> Optional.of(node));
      return ComfyWords.typed(graph.value(node, text.get()).orElse(""));
    }
    if (node.has("conditioning_to") && node.has("conditioning_from")) {
      if (node.type().equals("ConditioningConcat")) {
        // Both programs put the chunks behind each other.
        return words(node, "conditioning_to").join("BREAK", words(node, "conditioning_from"));
      }
      strangers.add(node.type());
    } else if (node.has("conditioning_1") && node.has("conditioning_2")) {
      strangers.add(node.type());
      return words(node, "conditioning_1").join("AND", words(node, "conditioning_2"));
    }
    return passed(node, slot);
  }

  private ComfyWords passed(ComfyNode node, int slot) {
    if (!node.type().equals("Reroute")) {
      strangers.add(node.type());
    }
    if (node.has("positive") && node.has("negative")) {
      return words(node, slot == 1 ? "negative" : "positive");
    }
    return node.firstOf(CONDITIONINGS)
        .or(() -> anyLink(node))
        .map(input -> words(node, input))
        .orElse(ComfyWords.NONE);
  }

  private static Optional<String> anyLink(ComfyNode node) {
    for (var entry : node.inputs().properties()) {
      if (ComfyNode.link(entry.getValue()).isPresent()) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }
}
