package io.github.easel.canvas;

import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;

/** Masks as grey pictures, white for what is painted anew, and grey pictures as masks. */
public final class GreyPictures {

  private GreyPictures() {}

  /** The picture of a mask. */
  public static PixelImage of(Mask mask) {
    byte[] values = mask.values();
    byte[] rgb = new byte[3 * values.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = values[i / 3];
    }
    return PixelImage.of(mask.width(), mask.height(), rgb);
  }

  /** The mask of a picture: the mean of its colours, which of a grey one is its value. */
  public static Mask mask(PixelImage picture) {
    byte[] rgb = picture.rgb();
    byte[] values = new byte[rgb.length / 3];
    for (int i = 0; i < values.length; i++) {
      int sum = (rgb[3 * i] & 255) + (rgb[3 * i + 1] & 255) + (rgb[3 * i + 2] & 255);
      values[i] = (byte) Math.round(sum / 3f);
    }
    return Mask.of(picture.width(), picture.height(), values);
  }
}
