package io.github.easel.runtime.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Leaves the last layers of a CLIP text encoder out of its graph. A layer adds twice to the
 * residual stream (attention, then perceptron; Radford et al. 2021, section 2.4), and a layer norm
 * stands at its end: that norm is made to read the stream as it was some layers earlier. It is
 * found by its structure, since exporters disagree on names: one node, or what torch writes for it
 * before opset 17, with changes of precision anywhere.
 */
final class LayerSkip {

  private static final List<String> OUTPUTS = List.of("last_hidden_state", "text_embeddings");

  /** Nodes of a layer norm that is written out, casts included; the search ends there. */
  private static final int MOST_NORM_NODES = 24;

  private static final int ADDITIONS_PER_LAYER = 2;

  private final GraphProto graph;
  private final GraphIndex index;

  private LayerSkip(GraphProto graph) {
    this.graph = graph;
    this.index = new GraphIndex(graph);
  }

  /**
   * The norm at the end.
   *
   * @param nodes places of all its nodes
   * @param input the value that it normalizes
   */
  private record Norm(Set<Integer> nodes, String input) {}

  /**
   * A text encoder's graph for a clip skip, to be opened in the folder of its file.
   *
   * @param clipSkip layers that are left out, plus one; from 2
   * @throws GenerationException CLIP_SKIP_UNSUITABLE if it has too few layers or is not understood
   */
  static byte[] graph(Path file, int clipSkip) {
    ModelProto model = WeightlessGraph.of(file);
    int layers = layers(model.getGraph());
    if (clipSkip > layers) {
      throw new GenerationException(
          Failure.CLIP_SKIP_UNSUITABLE,
          "clip skip " + clipSkip + " of " + layers + " layers found in " + file,
          Integer.toString(clipSkip),
          Integer.toString(Math.max(1, layers)));
    }
    return model.toBuilder()
        .setGraph(without(model.getGraph(), clipSkip - 1))
        .build()
        .toByteArray();
  }

  /** The layers that a graph has, 0 if it is not understood. */
  static int layers(GraphProto graph) {
    LayerSkip skip = new LayerSkip(graph);
    int additions = skip.norm().map(norm -> skip.stream(norm.input()).size() - 1).orElse(0);
    return additions % ADDITIONS_PER_LAYER == 0 ? additions / ADDITIONS_PER_LAYER : 0;
  }

  /**
   * The same graph without its last layers.
   *
   * @param skipped less than {@link #layers}
   */
  static GraphProto without(GraphProto graph, int skipped) {
    LayerSkip skip = new LayerSkip(graph);
    Norm norm = skip.norm().orElseThrow();
    String earlier = skip.stream(norm.input()).get(ADDITIONS_PER_LAYER * skipped);
    GraphProto.Builder changed = graph.toBuilder();
    for (int at : norm.nodes()) {
      NodeProto.Builder node = changed.getNodeBuilder(at);
      for (int i = 0; i < node.getInputCount(); i++) {
        if (node.getInput(i).equals(norm.input())) {
          node.setInput(i, earlier);
        }
      }
    }
    return changed.build();
  }

  /** Goes back from the output to the first thing that takes a mean away from a value. */
  private Optional<Norm> norm() {
    Optional<String> output =
        graph.getOutputList().stream()
            .map(ValueInfoProto::getName)
            .filter(OUTPUTS::contains)
            .findFirst();
    Set<Integer> nodes = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>();
    output.ifPresent(open::add);
    Optional<String> input = Optional.empty();
    while (!open.isEmpty() && nodes.size() < MOST_NORM_NODES) {
      String value = open.remove();
      boolean read = input.filter(value::equals).isPresent();
      Optional<Integer> maker = read ? Optional.empty() : index.maker(value);
      if (maker.isPresent() && nodes.add(maker.get())) {
        NodeProto node = graph.getNode(maker.get());
        input = input.or(() -> normalized(node));
        open.addAll(node.getInputList());
      }
    }
    return open.isEmpty() ? input.map(value -> new Norm(nodes, value)) : Optional.empty();
  }

  private Optional<String> normalized(NodeProto node) {
    if (node.getOpType().equals("LayerNormalization")) {
      return Optional.of(index.source(node.getInput(0)));
    }
    if (node.getOpType().equals("Sub")) {
      String value = index.source(node.getInput(0));
      return index
          .made(index.source(node.getInput(1)), "ReduceMean")
          .filter(mean -> index.source(mean.getInput(0)).equals(value))
          .map(mean -> value);
    }
    return Optional.empty();
  }

  /**
   * The residual stream, from its end back to the embeddings: an addition belongs to it if one of
   * its two terms is made of the other, which then is the stream before.
   */
  private List<String> stream(String end) {
    List<String> stream = new ArrayList<>();
    Optional<String> value = Optional.of(end);
    while (value.isPresent()) {
      stream.add(value.get());
      value = index.made(value.get(), "Add").flatMap(this::before);
    }
    return stream;
  }

  private Optional<String> before(NodeProto addition) {
    String first = index.source(addition.getInput(0));
    String second = index.source(addition.getInput(1));
    if (index.depends(second, first)) {
      return Optional.of(first);
    }
    return index.depends(first, second) ? Optional.of(second) : Optional.empty();
  }
}
