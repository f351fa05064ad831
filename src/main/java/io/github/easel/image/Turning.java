package io.github.easel.image;

import io.github.easel.generation.PixelImage;

/** Turns and mirrors pictures. */
final class Turning {

  private static final int CHANNELS = 3;

  private Turning() {}

  /**
   * The picture as it is meant to be seen.
   *
   * @param orientation EXIF's number (Exif 2.32, section 4.6.4, tag 274), 1 to 8: where the first
   *     row and the first column of the stored pixels belong; anything else counts as 1
   */
  static PixelImage upright(PixelImage image, int orientation) {
    if (orientation < 2 || orientation > 8) {
      return image;
    }
    boolean swapped = orientation >= 5;
    boolean fromRight =
        orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    boolean fromBottom =
        orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    int width = swapped ? image.height() : image.width();
    int height = swapped ? image.width() : image.height();
    byte[] from = image.rgb();
    byte[] rgb = new byte[from.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = swapped ? y : x;
        int row = swapped ? x : y;
        column = fromRight ? image.width() - 1 - column : column;
        row = fromBottom ? image.height() - 1 - row : row;
        System.arraycopy(
            from,
            CHANNELS * (row * image.width() + column),
            rgb,
            CHANNELS * (y * width + x),
            CHANNELS);
      }
    }
    return PixelImage.of(width, height, rgb);
  }
}
