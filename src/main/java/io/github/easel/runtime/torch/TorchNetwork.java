package io.github.easel.runtime.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.Input;
import io.github.easel.network.Network;
import io.github.easel.network.Parameter;
import io.github.easel.network.Parameters;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.weights.WeightMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A network that is computed at once, with gradients if they are asked for. It owns native memory
 * until it is closed: its parameters as 32-bit floats, from their first use on. Not thread-safe.
 */
public final class TorchNetwork implements AutoCloseable {

  /** What is kept of a computation for its gradients. */
  public enum Keep {
    /** All that they need: fast. */
    ALL,
    /** The inputs and outputs of parts; what lies between is computed again: small. */
    PARTS
  }

  private final Network network;
  private final NDManager manager;
  private final StoredParameters parameters;
  private final String name;

  private TorchNetwork(Network network, WeightMap weights, NDManager manager) {
    this.network = network;
    this.manager = manager;
    parameters = new StoredParameters(weights, manager);
    name = weights.file().toString();
  }

  /**
   * Opens a network; its weights are read when they are needed.
   *
   * @throws GenerationException {@code DEVICE_UNAVAILABLE} if PyTorch is not installed
   */
  public static TorchNetwork open(Network network, WeightMap weights) {
    return new TorchNetwork(network, weights, TorchEngine.newManager());
  }

  /**
   * Its outputs.
   *
   * @param inputs by name; whole numbers as floats
   * @throws GenerationException cancelled, out of memory, a weight that is missing or of another
   *     shape, or failed
   */
  public Map<String, FloatTensor> run(Map<String, FloatTensor> inputs, Cancellation cancellation) {
    try (TorchEvaluation evaluation = evaluate(inputs, Set.of(), cancellation)) {
      return evaluation.outputs();
    }
  }

  /**
   * Its outputs, and what is needed to find their gradients.
   *
   * @param inputs by name; whole numbers as floats
   * @param learned names of parameters, and of inputs of floats, whose gradients are wanted
   * @throws GenerationException as {@link #run}
   * @throws IllegalArgumentException for a name that neither a parameter nor such an input has
   */
  public TorchEvaluation evaluate(
      Map<String, FloatTensor> inputs, Set<String> learned, Cancellation cancellation) {
    return evaluate(inputs, Map.of(), learned, Keep.ALL, cancellation);
  }

  /**
   * Likewise.
   *
   * @param given values of parameters that are not in the file, or are to be others
   * @param keep what gradients need is kept, or computed again; the latter only of networks that
   *     consist of {@link io.github.easel.network.Operations#part parts}
   */
  public TorchEvaluation evaluate(
      Map<String, FloatTensor> inputs,
      Map<String, FloatTensor> given,
      Set<String> learned,
      Keep keep,
      Cancellation cancellation) {
    NDManager owner = manager.newSubManager();
    try {
      Map<String, NDArray> arrays = arrays(owner, inputs);
      Map<String, NDArray> others = new LinkedHashMap<>();
      ParameterValues known =
          parameter -> {
            FloatTensor value = given.get(parameter.name());
            return value == null
                ? parameters.whole(parameter)
                : others.computeIfAbsent(parameter.name(), name -> kept(owner, value));
          };
      Map<String, NDArray> leaves = leaves(owner, known, arrays, learned);
      ParameterValues values =
          parameter -> {
            NDArray leaf = leaves.get(parameter.name());
            return leaf == null ? known.whole(parameter) : leaf;
          };
      Optional<TorchParts> parts =
          keep == Keep.ALL || leaves.isEmpty() ? Optional.empty() : Optional.of(new TorchParts());
      TorchOperations operations = new TorchOperations(owner, values, parts, cancellation);
      Map<String, NDArray> outputs =
          leaves.isEmpty() || parts.isPresent()
              ? network.outputs(operations, arrays)
              : remembering(() -> network.outputs(operations, arrays));
      return new TorchEvaluation(name, owner, outputs, leaves, parts);
    } catch (EngineException e) {
      owner.close();
      throw TorchEngine.failure("computing " + name, e);
    } catch (GenerationException | IllegalArgumentException e) {
      owner.close();
      throw e;
    }
  }

  /** It is to outlive the operation that asked for it. */
  private static NDArray kept(NDManager owner, FloatTensor value) {
    NDArray array = Arrays.floats(owner, value);
    NDScope.unregister(array);
    return array;
  }

  @SuppressWarnings("try") // the collector works by being open
  private static Map<String, NDArray> remembering(Supplier<Map<String, NDArray>> computation) {
    try (GradientCollector collector = TorchEngine.newCollector()) {
      return computation.get();
    }
  }

  private Map<String, NDArray> arrays(NDManager owner, Map<String, FloatTensor> inputs) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    for (Input input : network.inputs()) {
      FloatTensor values = Network.value(inputs, input.name());
      arrays.put(
          input.name(), input.whole() ? Arrays.whole(owner, values) : Arrays.floats(owner, values));
    }
    return arrays;
  }

  /** A parameter's leaf shares its memory, and is of this evaluation alone. */
  private Map<String, NDArray> leaves(
      NDManager owner, ParameterValues known, Map<String, NDArray> inputs, Set<String> learned) {
    Map<String, NDArray> leaves = new LinkedHashMap<>();
    for (Parameter parameter : Parameters.of(network)) {
      if (learned.contains(parameter.name())) {
        NDArray leaf = known.whole(parameter).stopGradient();
        leaf.attach(owner);
        leaves.put(parameter.name(), leaf);
      }
    }
    for (Input input : network.inputs()) {
      if (learned.contains(input.name()) && !input.whole()) {
        leaves.put(input.name(), Network.value(inputs, input.name()));
      }
    }
    if (leaves.size() < learned.size()) {
      throw new IllegalArgumentException(learned + ", of which there are " + leaves.keySet());
    }
    leaves.values().forEach(leaf -> leaf.setRequiresGradient(true));
    return leaves;
  }

  @Override
  public void close() {
    manager.close();
  }
}
