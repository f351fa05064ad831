package io.github.easel.training;

import io.github.easel.tensor.FloatTensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2), beta 0.9 and 0.999.
 * Computed in double precision and kept in single.
 */
final class AdamW {

  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;
  private static final double EPSILON = 1e-8;
  private static final String MEAN = "mean.";
  private static final String SQUARE = "square.";

  private final double rate;
  private final double decay;
  private final Map<String, FloatTensor> means = new LinkedHashMap<>();
  private final Map<String, FloatTensor> squares = new LinkedHashMap<>();

  AdamW(double rate, double decay) {
    this.rate = rate;
    this.decay = decay;
  }

  /**
   * Changes values in their place.
   *
   * @param step from 1
   */
  void step(int step, Map<String, FloatTensor> values, Map<String, FloatTensor> gradients) {
    double firstBias = 1 - Math.pow(FIRST, step);
    double secondBias = 1 - Math.pow(SECOND, step);
    values.forEach(
        (name, value) -> {
          FloatTensor gradient = Values.of(gradients, name);
          FloatTensor mean = moment(means, name, value);
          FloatTensor square = moment(squares, name, value);
          for (int i = 0; i < value.size(); i++) {
            double g = gradient.get(i);
            double m = FIRST * mean.get(i) + (1 - FIRST) * g;
            double v = SECOND * square.get(i) + (1 - SECOND) * g * g;
            mean.set(i, (float) m);
            square.set(i, (float) v);
            double moved = m / firstBias / (Math.sqrt(v / secondBias) + EPSILON);
            value.set(i, (float) (value.get(i) - rate * (moved + decay * value.get(i))));
          }
        });
  }

  private static FloatTensor moment(
      Map<String, FloatTensor> moments, String name, FloatTensor value) {
    return moments.computeIfAbsent(name, key -> FloatTensor.zeros(value.shape()));
  }

  /** What it keeps in mind, by names of its own. */
  Map<String, FloatTensor> state() {
    Map<String, FloatTensor> state = new LinkedHashMap<>();
    means.forEach((name, mean) -> state.put(MEAN + name, mean));
    squares.forEach((name, square) -> state.put(SQUARE + name, square));
    return state;
  }

  /** Takes up where another left off. */
  void restore(Map<String, FloatTensor> state) {
    state.forEach(
        (name, tensor) -> {
          if (name.startsWith(MEAN)) {
            means.put(name.substring(MEAN.length()), tensor);
          } else if (name.startsWith(SQUARE)) {
            squares.put(name.substring(SQUARE.length()), tensor);
          }
        });
  }
}
