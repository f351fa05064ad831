package io.github.easel.ui.viewer;

import io.github.easel.generation.PixelImage;
import javafx.scene.image.Image;

/**
 * How a picture is prepared for a scale, so that JavaFX's bilinear filter has at most half and less
 * than twice to bridge and neither blurs edges nor lets fine detail flicker.
 *
 * @param factor above 1 enlarged so many times, below -1 reduced so many times, 1 as it is
 */
record Rendition(int factor) {

  static final Rendition PLAIN = new Rendition(1);

  /** Longer than this nothing is enlarged, in pixels: it would cost much and show little. */
  static final int LONGEST = 1536;

  /** For a picture of that size drawn at that scale of the screen's pixels. */
  static Rendition of(int width, int height, double scale) {
    if (scale > 1) {
      int most = Math.max(1, LONGEST / Math.max(width, height));
      return new Rendition(Math.min(most, (int) Math.ceil(scale - 0.001)));
    }
    int times = Integer.highestOneBit((int) Math.floor(1 / scale + 0.001));
    return times < 2 ? PLAIN : new Rendition(-times);
  }

  /** Makes it; takes a while. */
  Image make(PixelImage picture) {
    if (factor > 1) {
      return Enlargement.of(picture, factor);
    }
    return factor < -1 ? Images.reducedBy(picture, -factor) : Images.of(picture);
  }
}
