package io.github.easel.network;

/**
 * Zeros round an image.
 *
 * @param before above and to the left
 * @param after below and to the right
 */
public record Padding(int before, int after) {

  /** No zeros. */
  public static final Padding NONE = new Padding(0, 0);

  /** One row and column on each side, which keeps the size of a 3 by 3 convolution. */
  public static final Padding ONE = new Padding(1, 1);

  /** Below and to the right only, as the autoencoder pads before it halves. */
  public static final Padding AFTER = new Padding(0, 1);
}
