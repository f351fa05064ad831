package io.github.easel.runtime.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.github.easel.network.Parameter;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.weights.TensorValues;
import io.github.easel.weights.WeightMap;
import java.util.HashMap;
import java.util.Map;

/** Parameters as a file has them; each is read when it is first asked for, and then kept. */
final class StoredParameters implements ParameterValues {

  private final WeightMap weights;
  private final NDManager manager;
  private final Map<String, NDArray> read = new HashMap<>();

  /**
   * @param manager owns what is read
   */
  StoredParameters(WeightMap weights, NDManager manager) {
    this.weights = weights;
    this.manager = manager;
  }

  @Override
  public NDArray whole(Parameter parameter) {
    NDArray known = read.get(parameter.name());
    if (known == null) {
      known = read(parameter);
      read.put(parameter.name(), known);
    }
    return known;
  }

  private NDArray read(Parameter parameter) {
    FloatTensor values =
        TensorValues.read(weights.require(parameter.name(), parameter.storedShape()));
    NDArray array = Arrays.floats(manager, values);
    // It is to outlive the operation that asked for it.
    NDScope.unregister(array);
    return array;
  }
}
