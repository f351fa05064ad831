package io.github.easel.canvas;

import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;

/** Pictures become pixels of a layer, and pixels become pictures. */
public final class Pictures {

  private Pictures() {}

  /**
   * A layer's pixels with a picture at a place.
   *
   * @param x of its left edge
   * @param y of its top edge
   * @throws GenerationException {@code CANVAS_TOO_LARGE} if it does not lie on the sheet
   */
  public static Raster placed(PixelImage picture, int x, int y) {
    Area area = Limits.check(new Area(x, y, picture.width(), picture.height()));
    byte[] rgb = picture.rgb();
    int[] pixels = new int[area.width() * area.height()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = opaque(rgb, i);
    }
    return Raster.CLEAR.with(area, pixels);
  }

  /**
   * A layer's pixels with a picture of which only what is masked is seen, so that over other layers
   * every pixel where the mask is 0 stays as it is, bit by bit.
   *
   * @param mask of the picture's size: its values become opacity, so give it a soft edge
   * @throws GenerationException {@code CANVAS_TOO_LARGE} if it does not lie on the sheet
   */
  public static Raster placed(PixelImage picture, Mask mask, int x, int y) {
    if (mask.width() != picture.width() || mask.height() != picture.height()) {
      throw new IllegalArgumentException(mask + " for " + picture);
    }
    Area area = Limits.check(new Area(x, y, picture.width(), picture.height()));
    byte[] rgb = picture.rgb();
    byte[] shares = mask.values();
    int[] pixels = new int[shares.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Pixels.faded(opaque(rgb, i), shares[i] & 255);
    }
    return Raster.CLEAR.with(area, pixels);
  }

  private static int opaque(byte[] rgb, int i) {
    return 0xFF000000
        | (rgb[3 * i] & 255) << 16
        | (rgb[3 * i + 1] & 255) << 8
        | rgb[3 * i + 2] & 255;
  }

  /** The picture of opaque pixels. */
  static PixelImage of(int[] pixels, int width, int height) {
    byte[] rgb = new byte[3 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      rgb[3 * i] = (byte) (pixels[i] >> 16);
      rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
      rgb[3 * i + 2] = (byte) pixels[i];
    }
    return PixelImage.of(width, height, rgb);
  }
}
