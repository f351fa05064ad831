package io.github.easel.runtime.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * The parts of a computation of which only inputs and outputs were kept (gradient checkpointing,
 * Chen et al. 2016). On the way back each is computed again, now with all that its gradients need,
 * and left at once: time for memory. All that is computed must lie within parts.
 */
final class TorchParts {

  /** What a part is computed of, and who owns what it makes. */
  record Given(List<NDArray> inputs, NDManager owner) {}

  private record Part(List<NDArray> inputs, NDArray output, Function<Given, NDArray> computation) {}

  private final List<Part> parts = new ArrayList<>();

  /**
   * Computes a part for the first time, where nothing remembers how to find gradients.
   *
   * @param owner of the result; what lies within is freed
   */
  NDArray first(List<NDArray> inputs, Function<Given, NDArray> computation, NDManager owner) {
    try (NDManager within = owner.newSubManager()) {
      NDArray output = computation.apply(new Given(inputs, within));
      if (output.getManager().equals(within)) { // else the part did nothing
        output.attach(owner);
        parts.add(new Part(List.copyOf(inputs), output, computation));
      }
      return output;
    }
  }

  /**
   * The way back through all parts, the last first. Gradients of parameters gather where PyTorch
   * puts them; those of values are returned.
   *
   * @param ofOutputs the loss's gradients with respect to values, by identity
   * @param owner of what is returned
   * @return likewise with respect to what no part has made
   */
  IdentityHashMap<NDArray, NDArray> back(
      IdentityHashMap<NDArray, NDArray> ofOutputs, GradientCollector collector, NDManager owner) {
    IdentityHashMap<NDArray, NDArray> gradients = new IdentityHashMap<>(ofOutputs);
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      NDArray gradient = gradients.remove(part.output());
      if (gradient != null) {
        back(part, gradient, gradients, collector, owner);
        gradient.close();
      }
    }
    return gradients;
  }

  private static void back(
      Part part,
      NDArray gradient,
      IdentityHashMap<NDArray, NDArray> gradients,
      GradientCollector collector,
      NDManager owner) {
    try (NDManager within = owner.newSubManager()) {
      List<NDArray> inputs = new ArrayList<>();
      for (NDArray input : part.inputs()) {
        NDArray leaf = input.stopGradient();
        leaf.attach(within);
        leaf.setRequiresGradient(true);
        inputs.add(leaf);
      }
      NDArray output = part.computation().apply(new Given(inputs, within));
      NDArray product = output.mul(gradient);
      NDArray sum = product.sum();
      collector.backward(sum);
      product.close();
      sum.close();
      for (int i = 0; i < inputs.size(); i++) {
        NDArray found = inputs.get(i).getGradient();
        found.attach(within);
        NDArray before = gradients.get(part.inputs().get(i));
        NDArray all = before == null ? found.duplicate() : before.add(found);
        all.attach(owner);
        gradients.put(part.inputs().get(i), all);
        if (before != null) {
          before.close();
        }
      }
    }
  }
}
