package io.github.easel.scheduler;

import java.util.OptionalDouble;

/**
 * The noise levels of a flow-matching model (Esser et al. 2024, "Scaling rectified flow
 * transformers for high-resolution image synthesis").
 *
 * @param shift moves the levels towards noise, above 0; not used if mu is given
 * @param dynamicShift whether the shift follows the picture's size
 * @param mu the logarithm of a shift that follows the picture's size; needed if dynamicShift
 * @param terminal the last level above 0, to which the others are stretched, if any
 */
public record FlowConfig(
    double shift, boolean dynamicShift, OptionalDouble mu, OptionalDouble terminal) {

  public FlowConfig {
    if (!(shift > 0)) {
      throw new IllegalArgumentException("shift " + shift + " is not above 0");
    }
    if (terminal.isPresent() && !(terminal.getAsDouble() > 0 && terminal.getAsDouble() < 1)) {
      throw new IllegalArgumentException(
          "terminal shift " + terminal.getAsDouble() + " is not between 0 and 1");
    }
  }

  /** No shift. */
  public static FlowConfig defaults() {
    return new FlowConfig(1, false, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** The same for a picture size that asks for a shift of e^mu. */
  public FlowConfig withMu(double other) {
    return new FlowConfig(shift, dynamicShift, OptionalDouble.of(other), terminal);
  }
}
