package io.github.easel.pipeline;

import io.github.easel.tensor.FloatTensor;
import java.nio.FloatBuffer;

/**
 * Makes one prediction of several.
 *
 * <p>With a negative prompt: classifier-free guidance (Ho and Salimans 2022, eq. 6, written as in
 * diffusers) for prompts that are followed at once (Liu et al. 2022, "Compositional visual
 * generation with composable diffusion models", eq. 11): {@code u + sum_i scale w_i (c_i - u)}.
 * Models that change pictures are led to the picture as well (Brooks et al. 2023,
 * "InstructPix2Pix", eq. 3): before this, {@code pictureScale (u - n)} is added to the prediction
 * {@code n} that sees neither text nor picture.
 *
 * <p>Without one, when nothing leads away from anything: the mean of the prompts by their weights.
 */
final class Guidance {

  private final int against;
  private final float pictureScale;
  private final float[] factors;

  /** Guidance for predictions in the order of {@link Conditioning#at}. */
  Guidance(Conditioning conditioning, double scale) {
    against = conditioning.against();
    pictureScale = (float) conditioning.pictureScale().orElse(1);
    boolean guided = against > 0;
    double sum = conditioning.parts().stream().mapToDouble(Conditioning.Strand::weight).sum();
    factors = new float[conditioning.parts().size()];
    for (int i = 0; i < factors.length; i++) {
      double weight = conditioning.parts().get(i).weight();
      factors[i] = (float) (guided ? weight * scale : weight / sum);
    }
  }

  /**
   * Combines the predictions of a call.
   *
   * @param predictions [batch, ...]
   * @param combined [1, ...], written to
   */
  void combine(FloatTensor predictions, FloatTensor combined) {
    if (against == 0 && factors.length == 1) {
      combined.set(predictions);
      return;
    }
    FloatBuffer source = predictions.buffer();
    FloatBuffer target = combined.buffer();
    int each = target.capacity();
    int first = against * each;
    for (int i = 0; i < each; i++) {
      float base = against > 0 ? source.get(first - each + i) : 0;
      float value = base;
      if (against > 1) {
        float blind = source.get(i);
        value = blind + pictureScale * (base - blind);
      }
      for (int part = 0; part < factors.length; part++) {
        value += factors[part] * (source.get(first + part * each + i) - base);
      }
      target.put(i, value);
    }
  }
}
