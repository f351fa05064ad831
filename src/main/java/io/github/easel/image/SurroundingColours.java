package io.github.easel.image;

import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;

/**
 * Fills the masked part of a picture with the colours round about, run together: what is kept is
 * blurred ever less, and each blur laid over the one before, as often as A1111 does it. What shows
 * of a blur grows with how much of it comes from what is kept (premultiplied alpha; Porter and Duff
 * 1984, "Compositing digital images").
 */
final class SurroundingColours {

  private static final int CHANNELS = 3;
  private static final int FULL = 255;

  /** Deviations of the blurs, in pixels. */
  private static final double[] BLURS = {256, 64, 16, 4, 2, 0};

  /** How often each is laid over. */
  private static final int[] LAYERS = {1, 1, 2, 4, 2, 1};

  /** Less than this share of kept colours in a pixel is rounding, and no colour at all. */
  private static final float LEAST = 1e-6f;

  private SurroundingColours() {}

  /**
   * The picture with its masked part filled; the rest is as it was. A picture of which nothing is
   * kept becomes grey.
   *
   * @param mask of the picture's size
   */
  static PixelImage fill(PixelImage image, Mask mask) {
    byte[] rgb = image.rgb();
    byte[] hidden = mask.values();
    int area = hidden.length;
    float[][] kept = new float[CHANNELS + 1][area];
    for (int i = 0; i < area; i++) {
      float share = (FULL - (hidden[i] & FULL)) / (float) FULL;
      for (int channel = 0; channel < CHANNELS; channel++) {
        kept[channel][i] = share * (rgb[CHANNELS * i + channel] & FULL);
      }
      kept[CHANNELS][i] = share;
    }
    float[][] filled = layers(kept, image.width(), image.height());
    for (int i = 0; i < area; i++) {
      if (hidden[i] != 0) {
        float share = filled[CHANNELS][i];
        for (int channel = 0; channel < CHANNELS; channel++) {
          float value = share > LEAST ? filled[channel][i] / share : FULL / 2f;
          rgb[CHANNELS * i + channel] = (byte) Math.round(Math.max(0, Math.min(FULL, value)));
        }
      }
    }
    return PixelImage.of(image.width(), image.height(), rgb);
  }

  private static float[][] layers(float[][] kept, int width, int height) {
    int area = width * height;
    float[][] filled = new float[CHANNELS + 1][area];
    for (int step = 0; step < BLURS.length; step++) {
      GaussianBlur blur = new GaussianBlur(BLURS[step]);
      float[][] layer = new float[CHANNELS + 1][];
      for (int plane = 0; plane <= CHANNELS; plane++) {
        layer[plane] = kept[plane].clone();
        blur.apply(layer[plane], width, height);
      }
      for (int time = 0; time < LAYERS[step]; time++) {
        for (int i = 0; i < area; i++) {
          float through = 1 - layer[CHANNELS][i];
          for (int plane = 0; plane <= CHANNELS; plane++) {
            filled[plane][i] = layer[plane][i] + through * filled[plane][i];
          }
        }
      }
    }
    return filled;
  }
}
