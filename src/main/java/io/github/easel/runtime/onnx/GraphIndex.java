package io.github.easel.runtime.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds a graph's nodes by the values that they make. */
final class GraphIndex {

  /** Nodes that hand a value on as it is, if in another precision. */
  private static final Set<String> PASSING = Set.of("Cast", "Identity");

  private final Map<String, Integer> makers = new HashMap<>();
  private final Set<String> constants = new HashSet<>();
  private final GraphProto graph;

  GraphIndex(GraphProto graph) {
    this.graph = graph;
    for (TensorProto tensor : graph.getInitializerList()) {
      constants.add(tensor.getName());
    }
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      for (String output : node.getOutputList()) {
        makers.put(output, i);
        if (node.getOpType().equals("Constant")) {
          constants.add(output);
        }
      }
    }
  }

  /** The place of the node that makes a value; nothing for inputs and constants. */
  Optional<Integer> maker(String value) {
    return constants.contains(value) ? Optional.empty() : Optional.ofNullable(makers.get(value));
  }

  /** The node that makes a value, if it is of a type. */
  Optional<NodeProto> made(String value, String type) {
    return maker(value).map(graph::getNode).filter(node -> node.getOpType().equals(type));
  }

  /** The value behind changes of precision. */
  String source(String value) {
    String source = value;
    Optional<Integer> maker = maker(source);
    while (maker.isPresent() && PASSING.contains(graph.getNode(maker.get()).getOpType())) {
      source = graph.getNode(maker.get()).getInput(0);
      maker = maker(source);
    }
    return source;
  }

  /** Whether a value is made of another one that the graph makes; its shape alone is not enough. */
  boolean depends(String value, String other) {
    if (maker(other).isEmpty()) {
      return false;
    }
    Deque<String> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    open.push(value);
    while (!open.isEmpty()) {
      String next = open.pop();
      if (next.equals(other)) {
        return true;
      }
      if (seen.add(next)) {
        maker(next)
            .map(graph::getNode)
            .filter(node -> !node.getOpType().equals("Shape"))
            .ifPresent(node -> node.getInputList().forEach(open::push));
      }
    }
    return false;
  }
}
