package io.github.easel.pipeline;

import io.github.easel.tensor.FloatTensor;
import java.nio.FloatBuffer;

/**
 * Classifier-free guidance (Ho and Salimans 2022, eq. 6, written as in diffusers): {@code
 * unconditioned + scale (conditioned - unconditioned)}.
 */
final class Guidance {

  private Guidance() {}

  /**
   * Combines the two halves of a batch.
   *
   * @param both [2, ...]: the prediction for the negative prompt, then for the prompt
   * @param guided [1, ...], written to
   */
  static void combine(FloatTensor both, double scale, FloatTensor guided) {
    FloatBuffer source = both.buffer();
    FloatBuffer target = guided.buffer();
    int half = target.capacity();
    float factor = (float) scale;
    for (int i = 0; i < half; i++) {
      float unconditioned = source.get(i);
      target.put(i, unconditioned + factor * (source.get(half + i) - unconditioned));
    }
  }
}
