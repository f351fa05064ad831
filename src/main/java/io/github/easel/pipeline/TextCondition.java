package io.github.easel.pipeline;

import io.github.easel.tensor.FloatTensor;
import java.util.Optional;

/**
 * What one text tells the UNet.
 *
 * @param states [1, tokens, width], that it attends to
 * @param pooled [1, width], one vector for the whole text; Stable Diffusion XL only
 */
record TextCondition(FloatTensor states, Optional<FloatTensor> pooled) {

  /** A text of states alone. */
  static TextCondition of(FloatTensor states) {
    return new TextCondition(states, Optional.empty());
  }

  /** What stands for no text at all: zeros in the place of everything. */
  TextCondition zeros() {
    return new TextCondition(
        FloatTensor.zeros(states.shape()), pooled.map(vector -> FloatTensor.zeros(vector.shape())));
  }
}
