package io.github.easel.pipeline;

import io.github.easel.generation.Mask;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;

/** Which latent cells are painted anew. */
final class LatentMask {

  private static final int HALF = 128;

  private final boolean[] painted;
  private final Shape shape;

  private LatentMask(boolean[] painted, Shape shape) {
    this.painted = painted;
    this.shape = shape;
  }

  /**
   * The cells of which the mask marks any pixel by half or more: what is marked comes out new to
   * the last pixel, however thin it is.
   *
   * @param factor pixels to a cell, which divides the mask's sides
   */
  static LatentMask of(Mask mask, int factor) {
    int width = mask.width() / factor;
    int height = mask.height() / factor;
    byte[] values = mask.values();
    boolean[] painted = new boolean[width * height];
    for (int i = 0; i < values.length; i++) {
      if ((values[i] & 255) >= HALF) {
        painted[i / mask.width() / factor * width + i % mask.width() / factor] = true;
      }
    }
    return new LatentMask(painted, Shape.of(1, 1, height, width));
  }

  /** [1, 1, height, width]: 1 where it is painted, else 0. */
  FloatTensor tensor() {
    FloatTensor tensor = FloatTensor.zeros(shape);
    for (int i = 0; i < painted.length; i++) {
      tensor.set(i, painted[i] ? 1 : 0);
    }
    return tensor;
  }

  /** Copies the painted cells of latents [1, 4, height, width] to others. */
  void copyPainted(FloatTensor from, FloatTensor to) {
    copy(true, from, to);
  }

  /** Copies the cells that are kept. */
  void copyKept(FloatTensor from, FloatTensor to) {
    copy(false, from, to);
  }

  private void copy(boolean which, FloatTensor from, FloatTensor to) {
    for (int i = 0; i < to.size(); i++) {
      if (painted[i % painted.length] == which) {
        to.set(i, from.get(i));
      }
    }
  }
}
