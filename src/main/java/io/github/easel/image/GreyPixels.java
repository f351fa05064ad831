package io.github.easel.image;

import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;

/** Masks as grey pictures, for what works on pictures. */
final class GreyPixels {

  private static final int CHANNELS = 3;

  private GreyPixels() {}

  /** A picture whose three channels are the mask. */
  static PixelImage of(Mask mask) {
    byte[] values = mask.values();
    byte[] rgb = new byte[CHANNELS * values.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = values[i / CHANNELS];
    }
    return PixelImage.of(mask.width(), mask.height(), rgb);
  }

  /** The mask of such a picture. */
  static Mask mask(PixelImage grey) {
    byte[] rgb = grey.rgb();
    byte[] values = new byte[rgb.length / CHANNELS];
    for (int i = 0; i < values.length; i++) {
      values[i] = rgb[CHANNELS * i];
    }
    return Mask.of(grey.width(), grey.height(), values);
  }
}
