package io.github.easel.pipeline;

import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.tensor.FloatTensor;

/** What the weights of a prompt's words do to their embeddings, as A1111 does it. */
final class Weighting {

  private Weighting() {}

  /**
   * Applies the weights of one chunk.
   *
   * @param states [1, tokens, width], changed in place
   * @param weights one for each token
   */
  static void apply(Emphasis emphasis, FloatTensor states, float[] weights) {
    if (emphasis == Emphasis.IGNORE || emphasis == Emphasis.NONE) {
      return;
    }
    double before = sum(states);
    int width = states.size() / weights.length;
    for (int i = 0; i < states.size(); i++) {
      states.set(i, states.get(i) * weights[i / width]);
    }
    if (emphasis == Emphasis.ORIGINAL) {
      restoreMean(before, states);
    }
  }

  private static void restoreMean(double before, FloatTensor states) {
    float factor = (float) (before / sum(states));
    // a mean of nothing cannot be restored
    if (Float.isFinite(factor)) {
      for (int i = 0; i < states.size(); i++) {
        states.set(i, states.get(i) * factor);
      }
    }
  }

  private static double sum(FloatTensor states) {
    double sum = 0;
    for (int i = 0; i < states.size(); i++) {
      sum += states.get(i);
    }
    return sum;
  }
}
