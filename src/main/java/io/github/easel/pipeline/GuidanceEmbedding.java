package io.github.easel.pipeline;

/**
 * The guidance scale as a latent consistency model is told it (Luo et al. 2023, section 4.2): sines
 * and cosines, as of timesteps (Vaswani et al. 2017, section 3.5), of a thousand times what lies
 * above 1. Reckoned in 32-bit floats as diffusers does, since thousands of radians show every
 * rounding.
 */
final class GuidanceEmbedding {

  private static final float THOUSAND = 1000;
  private static final double LONGEST = 10_000;

  private GuidanceEmbedding() {}

  /**
   * The embedding.
   *
   * @param scale of guidance; 1 is none
   * @param width at least 4; an odd one ends with a zero
   */
  static float[] of(double scale, int width) {
    int half = width / 2;
    float above = (float) (scale - 1) * THOUSAND;
    float step = (float) Math.log(LONGEST) / (half - 1);
    float[] embedding = new float[width];
    for (int i = 0; i < half; i++) {
      float angle = above * (float) Math.exp(i * -step);
      embedding[i] = (float) Math.sin(angle);
      embedding[half + i] = (float) Math.cos(angle);
    }
    return embedding;
  }
}
