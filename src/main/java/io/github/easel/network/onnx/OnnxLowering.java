package io.github.easel.network.onnx;

import io.github.easel.network.Input;
import io.github.easel.network.Network;
import io.github.easel.weights.WeightMap;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes an ONNX graph of a network and its weights. */
public final class OnnxLowering {

  private OnnxLowering() {}

  /**
   * A graph.
   *
   * @param model an ONNX model without weights
   * @param folder where the files are that it refers to by their names
   * @param weights those files
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to an engine as it is, never compared
  public record Lowered(byte[] model, Path folder, List<Path> weights) {}

  /**
   * Lowers a network.
   *
   * @param weights by the names of its parameters, in files that one folder holds, in it or below
   * @param precision of the numbers that the graph computes with
   * @throws io.github.easel.generation.GenerationException if a weight is missing or of another
   *     shape
   */
  public static Lowered lower(Network network, WeightMap weights, Precision precision) {
    GraphBuilder graph = new GraphBuilder();
    WeightReferences references = new WeightReferences(graph, weights, precision);
    write(network, graph, references, precision, new FloatProducts(graph, references));
    return new Lowered(graph.model(), references.folder(), references.files());
  }

  /** Writes a network's nodes, inputs and outputs. */
  static void write(
      Network network,
      GraphBuilder graph,
      WeightReferences references,
      Precision precision,
      Products products) {
    OnnxOperations operations = new OnnxOperations(graph, references, precision, products);
    Map<String, OnnxValue> inputs = new HashMap<>();
    for (Input input : network.inputs()) {
      graph.input(input);
      inputs.put(input.name(), operations.input(input));
    }
    network
        .outputs(operations, inputs)
        .forEach((name, value) -> graph.output(name, operations.output(value)));
  }
}
