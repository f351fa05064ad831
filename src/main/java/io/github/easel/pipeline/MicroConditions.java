package io.github.easel.pipeline;

import io.github.easel.generation.ImageSize;

/**
 * The numbers that Stable Diffusion XL is told of a picture beside its text (Podell et al. 2023,
 * section 2.2), as diffusers tells them: the size that it was cut from and where it was cut, both
 * as if it was never cut, and the size that is wanted.
 */
final class MicroConditions {

  /** Numbers that the base model takes. */
  static final int OF_THE_BASE = 6;

  /** Numbers that the refiner takes: it is told how beautiful a picture is, not its size. */
  static final int OF_THE_REFINER = 5;

  /** Aesthetic scores (of 10) that diffusers and A1111 give by default. */
  private static final float BEAUTIFUL = 6;

  private static final float UGLY = 2.5f;

  private MicroConditions() {}

  /**
   * The numbers of one sample.
   *
   * @param count {@link #OF_THE_BASE} or {@link #OF_THE_REFINER}
   * @param size of the picture
   * @param against whether the sample stands for the negative prompt
   */
  static float[] of(int count, ImageSize size, boolean against) {
    float height = size.height();
    float width = size.width();
    return count == OF_THE_REFINER
        ? new float[] {height, width, 0, 0, against ? UGLY : BEAUTIFUL}
        : new float[] {height, width, 0, 0, height, width};
  }
}
