package io.github.easel.image;

import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;

/**
 * A rectangle of a picture.
 *
 * @param x pixels from the left
 * @param y pixels from the top
 * @param width pixels, 1 or more
 * @param height pixels, 1 or more
 */
record Part(int x, int y, int width, int height) {

  private static final int CHANNELS = 3;

  /** Whether it is all of a picture of these sides. */
  boolean isAll(int ofWidth, int ofHeight) {
    return width == ofWidth && height == ofHeight;
  }

  /** This part of a picture, which must hold it; the picture itself if it is all of it. */
  PixelImage of(PixelImage image) {
    return isAll(image.width(), image.height())
        ? image
        : PixelImage.of(width, height, cut(image.rgb(), image.width(), CHANNELS));
  }

  /** This part of a mask, which must hold it; the mask itself if it is all of it. */
  Mask of(Mask mask) {
    return isAll(mask.width(), mask.height())
        ? mask
        : Mask.of(width, height, cut(mask.values(), mask.width(), 1));
  }

  private byte[] cut(byte[] all, int stride, int channels) {
    byte[] part = new byte[channels * width * height];
    for (int row = 0; row < height; row++) {
      System.arraycopy(
          all, channels * ((y + row) * stride + x), part, channels * row * width, channels * width);
    }
    return part;
  }
}
