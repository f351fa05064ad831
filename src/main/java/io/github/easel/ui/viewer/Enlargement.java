package io.github.easel.ui.viewer;

import io.github.easel.generation.PixelImage;
import javafx.scene.image.Image;

/**
 * Makes pictures larger by a whole factor so that edges stay crisp where JavaFX's own bilinear
 * filter would blur them: cubic convolution, Keys 1981, "Cubic Convolution Interpolation for
 * Digital Image Processing", with a = -1/2.
 */
final class Enlargement {

  private static final int TAPS = 4;

  private Enlargement() {}

  /** The picture for JavaFX, {@code factor} times as wide and as high; 1 leaves it as it is. */
  static Image of(PixelImage picture, int factor) {
    int width = picture.width();
    int height = picture.height();
    float[] wide = alongRows(toFloats(picture.rgb()), width, height, factor);
    float[] large = alongColumns(wide, width * factor, height, factor);
    int[] argb = new int[large.length / 3];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = Images.argb(large[3 * i], large[3 * i + 1], large[3 * i + 2]);
    }
    return Images.of(width * factor, height * factor, argb);
  }

  private static float[] toFloats(byte[] rgb) {
    float[] values = new float[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      values[i] = rgb[i] & 255;
    }
    return values;
  }

  private static float[] alongRows(float[] in, int width, int height, int factor) {
    float[] out = new float[in.length * factor];
    for (int x = 0; x < width * factor; x++) {
      float[] weights = weights(x, factor);
      for (int y = 0; y < height; y++) {
        for (int tap = 0; tap < TAPS; tap++) {
          int from = 3 * (y * width + clamp(first(x, factor) + tap, width));
          add(in, from, weights[tap], out, 3 * (y * width * factor + x));
        }
      }
    }
    return out;
  }

  private static float[] alongColumns(float[] in, int width, int height, int factor) {
    float[] out = new float[in.length * factor];
    for (int y = 0; y < height * factor; y++) {
      float[] weights = weights(y, factor);
      for (int x = 0; x < width; x++) {
        for (int tap = 0; tap < TAPS; tap++) {
          int from = 3 * (clamp(first(y, factor) + tap, height) * width + x);
          add(in, from, weights[tap], out, 3 * (y * width + x));
        }
      }
    }
    return out;
  }

  private static void add(float[] in, int from, float weight, float[] out, int to) {
    out[to] += weight * in[from];
    out[to + 1] += weight * in[from + 1];
    out[to + 2] += weight * in[from + 2];
  }

  /** Where the centre of the new pixel lies among the old ones. */
  private static float place(int at, int factor) {
    return (at + 0.5f) / factor - 0.5f;
  }

  private static int first(int at, int factor) {
    return (int) Math.floor(place(at, factor)) - 1;
  }

  private static float[] weights(int at, int factor) {
    float place = place(at, factor);
    float[] weights = new float[TAPS];
    for (int tap = 0; tap < TAPS; tap++) {
      weights[tap] = kernel(Math.abs(place - (first(at, factor) + tap)));
    }
    return weights;
  }

  /** Keys 1981, equation 15. */
  private static float kernel(float s) {
    if (s < 1) {
      return (1.5f * s - 2.5f) * s * s + 1;
    }
    return s < 2 ? ((-0.5f * s + 2.5f) * s - 4) * s + 2 : 0;
  }

  private static int clamp(int at, int size) {
    return Math.max(0, Math.min(size - 1, at));
  }
}
