package io.github.easel.network.onnx;

import io.github.easel.generation.Cancellation;
import io.github.easel.network.Network;
import io.github.easel.weights.Safetensors;
import io.github.easel.weights.WeightMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes graphs that compute with whole numbers of 8 bits, and those that say how. */
public final class EightBitLowering {

  /** Goes into what such graphs are known by; another rounding needs another number. */
  public static final String FORM = "8 bits, first form";

  /** The output of {@link #observed} with the bounds, if there are any. */
  public static final String BOUNDS = "bounds";

  private static final String WEIGHTS = "eight.safetensors";

  private EightBitLowering() {}

  /**
   * A graph of floats with one more output, {@link #BOUNDS}.
   *
   * @param convolutions those that have four numbers each in it, in this order: the least and the
   *     greatest that goes in, and that comes out
   */
  public record Observing(OnnxLowering.Lowered graph, List<String> convolutions) {}

  /** The graph that is run to see what convolutions take and make. */
  public static Observing observed(Network network, WeightMap weights) {
    GraphBuilder graph = new GraphBuilder();
    WeightReferences references = new WeightReferences(graph, weights, Precision.SINGLE);
    ObservedProducts products = new ObservedProducts(graph, references);
    OnnxLowering.write(network, graph, references, Precision.SINGLE, products);
    if (!products.keys().isEmpty()) {
      graph.output(BOUNDS, products.bounds());
    }
    return new Observing(
        new OnnxLowering.Lowered(graph.model(), references.folder(), references.files()),
        List.copyOf(products.keys()));
  }

  /**
   * Writes a graph of 8 bits, with all of its weights in a file beside it.
   *
   * @param observed by the names that {@link #observed} gave them
   * @throws io.github.easel.generation.GenerationException if weights cannot be read, CANCELLED
   */
  public static void write(
      Network network,
      WeightMap weights,
      Map<String, Observed> observed,
      Path file,
      Cancellation cancellation)
      throws IOException {
    GraphBuilder plan = new GraphBuilder();
    WeightReferences named = new WeightReferences(plan, weights, Precision.SINGLE);
    PlannedProducts planned = new PlannedProducts(plan, named);
    OnnxLowering.write(network, plan, named, Precision.SINGLE, planned);
    Path stored = file.resolveSibling(WEIGHTS);
    new EightBitWeights(weights, observed, cancellation).write(planned, named.parameters(), stored);

    GraphBuilder graph = new GraphBuilder();
    WeightMap rounded = new WeightMap(stored, Safetensors.open(stored).tensors());
    WeightReferences references = new WeightReferences(graph, rounded, Precision.SINGLE);
    Products products = new EightBitProducts(graph, references, observed);
    OnnxLowering.write(network, graph, references, Precision.SINGLE, products);
    Files.write(file, graph.model());
  }
}
