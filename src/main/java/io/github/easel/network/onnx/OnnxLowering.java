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
   * @throws io.github.easel.generation.GenerationException if a weight is missing or of another
   *     shape
   */
  public static Lowered lower(Network network, WeightMap weights) {
    GraphBuilder graph = new GraphBuilder();
    WeightReferences references = new WeightReferences(graph, weights);
    Map<String, OnnxValue> inputs = new HashMap<>();
    for (Input input : network.inputs()) {
      graph.input(input);
      inputs.put(input.name(), new OnnxValue(input.name(), input.axes().size()));
    }
    network
        .outputs(new OnnxOperations(graph, references), inputs)
        .forEach((name, value) -> graph.output(name, value.name()));
    return new Lowered(graph.model(), references.folder(), references.files());
  }
}
