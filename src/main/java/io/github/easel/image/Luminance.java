package io.github.easel.image;

import io.github.easel.generation.PixelImage;

/**
 * Gives a picture the lightness of another one: luma of ITU-R BT.709, {@code 0.2126 R + 0.7152 G +
 * 0.0722 B} of the values as they are stored. Every channel is moved by what the luma differs;
 * where that leads out of range, the colour is made paler until it fits, so that the luma holds.
 */
final class Luminance {

  private static final int CHANNELS = 3;
  private static final int FULL = 255;
  private static final double[] WEIGHTS = {0.2126, 0.7152, 0.0722};

  private Luminance() {}

  /**
   * The picture's colours with another one's lightness.
   *
   * @param lightness of the picture's size
   */
  static PixelImage transfer(PixelImage lightness, PixelImage colours) {
    byte[] light = lightness.rgb();
    byte[] rgb = colours.rgb();
    for (int at = 0; at < rgb.length; at += CHANNELS) {
      double wanted = luma(light, at);
      double change = wanted - luma(rgb, at);
      double share = 1;
      for (int channel = 0; channel < CHANNELS; channel++) {
        double away = (rgb[at + channel] & FULL) + change - wanted;
        double room = away > 0 ? FULL - wanted : wanted;
        share = Math.abs(away) > room ? Math.min(share, room / Math.abs(away)) : share;
      }
      for (int channel = 0; channel < CHANNELS; channel++) {
        double away = (rgb[at + channel] & FULL) + change - wanted;
        double value = wanted + share * away;
        rgb[at + channel] = (byte) Math.round(Math.max(0, Math.min(FULL, value)));
      }
    }
    return PixelImage.of(colours.width(), colours.height(), rgb);
  }

  /** The luma of a pixel, 0 to 255. */
  static double luma(byte[] rgb, int at) {
    double sum = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      sum += WEIGHTS[channel] * (rgb[at + channel] & FULL);
    }
    return sum;
  }
}
