package io.github.easel.model;

import io.github.easel.generation.GenerationException;
import io.github.easel.network.Network;
import io.github.easel.network.Parameter;
import io.github.easel.network.Parameters;
import io.github.easel.network.onnx.OnnxLowering;
import io.github.easel.runtime.NetworkGraph;
import io.github.easel.weights.DataType;
import io.github.easel.weights.LoraTargets;
import io.github.easel.weights.StoredTensor;
import io.github.easel.weights.WeightMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A network and the tensors that a file has for it.
 *
 * @param file named where something is amiss
 * @param tensors by the names of the network's parameters; there may be more
 * @param adapted whether some of them are others than the model's own, for a while
 */
record WeightedNetwork(
    Network network, Path file, Map<String, StoredTensor> tensors, boolean adapted) {

  /** With the model's own. */
  WeightedNetwork(Network network, Path file, Map<String, StoredTensor> tensors) {
    this(network, file, tensors, false);
  }

  /** With the changes for a network. */
  WeightedNetwork with(AdaptedWeights weights, LoraTargets.Network role) {
    return weights.changes(role)
        ? new WeightedNetwork(network, file, weights.over(role, tensors), true)
        : this;
  }

  /** A parameter that the tensors do not fill. */
  private record Misfit(String expected, String found) {}

  /**
   * Looks whether every parameter is there and of the right shape, without reading a weight.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE} naming the first that is not, what was
   *     found in its place, and how many more there are
   */
  void check() {
    misfit()
        .ifPresent(
            misfit -> {
              throw GenerationException.unusable(file, misfit.expected, misfit.found);
            });
  }

  /** What {@link #check} would refuse, in words; nothing if all is there. */
  private Optional<String> lack() {
    return misfit().map(misfit -> misfit.expected + ": " + misfit.found);
  }

  /** What is known of it, under a name. */
  ModelFacts.Part facts(String name) {
    Map<DataType, Long> counts =
        tensors.values().stream()
            .collect(Collectors.groupingBy(StoredTensor::type, Collectors.counting()));
    return new ModelFacts.Part(
        name,
        file,
        tensors.values().stream().mapToLong(StoredTensor::bytes).sum(),
        tensors.size(),
        counts.entrySet().stream()
            .sorted(Map.Entry.<DataType, Long>comparingByValue().reversed())
            .map(entry -> entry.getKey().name())
            .toList(),
        lack());
  }

  private Optional<Misfit> misfit() {
    List<Misfit> misfits = new ArrayList<>();
    for (Parameter parameter : Parameters.of(network)) {
      StoredTensor tensor = tensors.get(parameter.name());
      String expected = "the tensor %s of shape %s".formatted(parameter.name(), parameter.shape());
      if (tensor == null) {
        misfits.add(new Misfit(expected, "none of that name"));
      } else if (!WeightMap.alike(tensor.shape(), parameter.shape())) {
        misfits.add(new Misfit(expected, "the shape " + tensor.shape()));
      }
    }
    int others = misfits.size() - 1;
    return misfits.stream()
        .findFirst()
        .map(
            first ->
                others == 0
                    ? first
                    : new Misfit(
                        first.expected,
                        "%s, and %d more that are missing or of another shape"
                            .formatted(first.found, others)));
  }

  /** The network as a graph for an engine; its weights stay where they are. */
  NetworkGraph graph() {
    OnnxLowering.Lowered lowered = OnnxLowering.lower(network, new WeightMap(file, tensors));
    return new NetworkGraph(lowered.model(), lowered.folder(), file, lowered.weights(), adapted);
  }
}
