package io.github.easel.runtime.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the drawing out of an image encoder's graph. Exporters that trace the drawing write mean +
 * deviation x noise at the graph's end, and the noise is ONNX Runtime's own. Mean and log-variance
 * are two slices of one value, which is made the output in the drawn latents' place. They are found
 * by this structure, since exporters disagree on names.
 */
final class PosteriorTap {

  private static final String PARAMETERS = "latent_parameters";
  private static final Set<String> DRAWN = Set.of("latent_sample", "latent");
  private static final Set<String> NOISES = Set.of("RandomNormalLike", "RandomNormal");
  private static final Set<String> PARTINGS = Set.of("Slice", "Split");

  private final GraphProto graph;
  private final GraphIndex index;

  private PosteriorTap(GraphProto graph) {
    this.graph = graph;
    this.index = new GraphIndex(graph);
  }

  /**
   * The encoder's graph without the drawing, to be opened in the folder of its file; nothing if it
   * draws nothing or is not understood.
   *
   * @throws io.github.easel.generation.GenerationException if it is no graph
   */
  static Optional<byte[]> graph(Path file) {
    ModelProto model = WeightlessGraph.of(file);
    return tapped(model.getGraph())
        .map(graph -> model.toBuilder().setGraph(graph).build().toByteArray());
  }

  /** The same graph with {@code latent_parameters} as its only output. */
  static Optional<GraphProto> tapped(GraphProto graph) {
    PosteriorTap tap = new PosteriorTap(graph);
    return graph.getOutputList().stream()
        .map(ValueInfoProto::getName)
        .filter(DRAWN::contains)
        .findFirst()
        .flatMap(tap::parameters)
        .map(tap::endingAt);
  }

  /** The value that mean and deviation are made of. */
  private Optional<String> parameters(String drawn) {
    Optional<NodeProto> sum = index.made(index.source(drawn), "Add");
    if (sum.isEmpty()) {
      return Optional.empty();
    }
    String first = index.source(sum.get().getInput(0));
    String second = index.source(sum.get().getInput(1));
    return parameters(first, second).or(() -> parameters(second, first));
  }

  private Optional<String> parameters(String mean, String spread) {
    boolean noisy =
        index
            .made(spread, "Mul")
            .filter(product -> product.getInputList().stream().anyMatch(this::isNoise))
            .isPresent();
    return noisy
        ? index
            .maker(mean)
            .map(graph::getNode)
            .filter(node -> PARTINGS.contains(node.getOpType()))
            .map(node -> index.source(node.getInput(0)))
            .filter(both -> index.depends(spread, both))
        : Optional.empty();
  }

  private boolean isNoise(String value) {
    return index
        .maker(index.source(value))
        .filter(at -> NOISES.contains(graph.getNode(at).getOpType()))
        .isPresent();
  }

  private GraphProto endingAt(String value) {
    // Its type is left to the engine to infer: it may be another than that of the drawn latents.
    return graph.toBuilder()
        .clearOutput()
        .addOutput(ValueInfoProto.newBuilder().setName(PARAMETERS))
        .addNode(NodeProto.newBuilder().setOpType("Identity").addInput(value).addOutput(PARAMETERS))
        .build();
  }
}
