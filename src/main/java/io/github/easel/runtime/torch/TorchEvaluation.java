package io.github.easel.runtime.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.github.easel.tensor.FloatTensor;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a network made of its inputs, and the way back. Several may be alive at once, so that the
 * gradients of one network's inputs go on as those of another's outputs. It owns native memory
 * until it is closed, which must be before its network.
 */
public final class TorchEvaluation implements AutoCloseable {

  private final String name;
  private final NDManager owner;
  private final Map<String, NDArray> outputs;
  private final Map<String, NDArray> leaves;
  private final Optional<TorchParts> parts;

  TorchEvaluation(
      String name,
      NDManager owner,
      Map<String, NDArray> outputs,
      Map<String, NDArray> leaves,
      Optional<TorchParts> parts) {
    this.name = name;
    this.owner = owner;
    this.outputs = new LinkedHashMap<>(outputs);
    this.leaves = leaves;
    this.parts = parts;
  }

  /** Copies of the outputs, by name. */
  public Map<String, FloatTensor> outputs() {
    Map<String, FloatTensor> copies = new LinkedHashMap<>();
    outputs.forEach((output, array) -> copies.put(output, Arrays.tensor(array)));
    return copies;
  }

  /**
   * The gradients of a loss with respect to all that was to be learned; to be called once.
   *
   * @param ofOutputs the loss's gradients with respect to outputs, in their shapes; those that are
   *     left out are zero
   * @return by the names of parameters and inputs; zeros where the loss does not depend on them
   * @throws io.github.easel.generation.GenerationException out of memory, or failed
   */
  public Map<String, FloatTensor> gradients(Map<String, FloatTensor> ofOutputs) {
    try (NDManager passing = owner.newSubManager();
        GradientCollector collector = TorchEngine.newCollector()) {
      IdentityHashMap<NDArray, NDArray> ofValues =
          parts.isPresent()
              ? parts.get().back(values(ofOutputs, owner), collector, owner)
              : back(values(ofOutputs, passing), collector, passing);
      Map<String, FloatTensor> gradients = new LinkedHashMap<>();
      leaves.forEach(
          (leaf, array) -> {
            NDArray found = ofValues.get(array);
            gradients.put(leaf, Arrays.tensor(found == null ? array.getGradient() : found));
          });
      return gradients;
    } catch (EngineException e) {
      throw TorchEngine.failure("finding gradients of " + name, e);
    }
  }

  private IdentityHashMap<NDArray, NDArray> values(
      Map<String, FloatTensor> ofOutputs, NDManager manager) {
    IdentityHashMap<NDArray, NDArray> values = new IdentityHashMap<>();
    ofOutputs.forEach(
        (output, gradient) ->
            values.put(
                io.github.easel.network.Network.value(outputs, output),
                Arrays.floats(manager, gradient)));
    return values;
  }

  /** All at once; the gradients of values lie where PyTorch puts them. */
  private static IdentityHashMap<NDArray, NDArray> back(
      IdentityHashMap<NDArray, NDArray> ofOutputs, GradientCollector collector, NDManager passing) {
    NDArray sum = Arrays.number(passing, 0);
    for (Map.Entry<NDArray, NDArray> of : ofOutputs.entrySet()) {
      NDArray product = of.getKey().mul(of.getValue());
      sum = sum.add(product.sum());
    }
    collector.backward(sum);
    return new IdentityHashMap<>();
  }

  @Override
  public void close() {
    owner.close();
  }
}
