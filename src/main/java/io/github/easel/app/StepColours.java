package io.github.easel.app;

import io.github.easel.generation.PixelImage;
import io.github.easel.generation.StepDetail;
import io.github.easel.generation.StepLatents;
import java.nio.FloatBuffer;

/** Colours for what has none of its own: noise, and differences of pictures. */
final class StepColours {

  private static final int COLOURS = 3;
  private static final int GREY = 128;

  /** Standard deviations from grey to the end of the scale. */
  private static final float REACH = 3;

  /** Signs of four latent channels in red, green and blue: rows of Hadamard's matrix. */
  private static final int[][] SIGNS = {{1, 1, -1, -1}, {1, -1, 1, -1}, {1, -1, -1, 1}};

  private StepColours() {}

  /** The noise e that the sampler's prediction of the clean sample leaves. */
  static PixelImage noise(StepDetail step) {
    FloatBuffer noisy = step.noisy().values();
    FloatBuffer clean = step.clean().values();
    FloatBuffer noise = FloatBuffer.allocate(noisy.capacity());
    for (int i = 0; i < noise.capacity(); i++) {
      noise.put(i, (float) ((noisy.get(i) - step.signal() * clean.get(i)) / step.noise()));
    }
    StepLatents shape = step.noisy();
    return symmetric(
        new StepLatents(step.step(), shape.channels(), shape.height(), shape.width(), noise));
  }

  /** Values of unit variance: 0 becomes grey, each colour shows half of the channels' signs. */
  static PixelImage symmetric(StepLatents latents) {
    FloatBuffer values = latents.values();
    int area = latents.height() * latents.width();
    int channels = Math.min(latents.channels(), SIGNS[0].length);
    float norm = (float) Math.sqrt(channels);
    byte[] rgb = new byte[COLOURS * area];
    for (int colour = 0; colour < COLOURS; colour++) {
      for (int i = 0; i < area; i++) {
        float sum = 0;
        for (int channel = 0; channel < channels; channel++) {
          sum += SIGNS[colour][channel] * values.get(channel * area + i);
        }
        rgb[COLOURS * i + colour] = grey(sum / norm / REACH * (GREY - 1));
      }
    }
    return PixelImage.of(latents.width(), latents.height(), rgb);
  }

  /** How far the first picture is from the second; that of the smaller, if one came out coarse. */
  static PixelImage difference(PixelImage first, PixelImage second) {
    if (first.width() != second.width()) {
      return difference(blocks(first, second), blocks(second, first));
    }
    byte[] a = first.rgb();
    byte[] b = second.rgb();
    byte[] rgb = new byte[a.length];
    for (int i = 0; i < a.length; i++) {
      rgb[i] = grey(((a[i] & 255) - (b[i] & 255)) / 2f);
    }
    return PixelImage.of(first.width(), first.height(), rgb);
  }

  /** Picks one pixel of each block, if the picture is larger than the other. */
  private static PixelImage blocks(PixelImage picture, PixelImage other) {
    int factor = Math.max(1, picture.width() / other.width());
    int width = picture.width() / factor;
    int height = picture.height() / factor;
    byte[] from = picture.rgb();
    byte[] rgb = new byte[COLOURS * width * height];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / COLOURS % width * factor + factor / 2;
      int y = i / COLOURS / width * factor + factor / 2;
      rgb[i] = from[COLOURS * (y * picture.width() + x) + i % COLOURS];
    }
    return PixelImage.of(width, height, rgb);
  }

  private static byte grey(float change) {
    return (byte) Math.max(0, Math.min(255, Math.round(GREY + change)));
  }
}
