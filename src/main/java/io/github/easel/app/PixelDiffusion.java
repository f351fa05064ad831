package io.github.easel.app;

import io.github.easel.generation.PixelImage;
import io.github.easel.random.TorchCpuRandom;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Mixes pictures with noise. Keeps the last noise, which many timesteps share. Thread-safe. */
final class PixelDiffusion {

  private static final int COLOURS = 3;
  private static final float HALF = 127.5f;

  private @Nullable Noise last;

  /** Noise for pictures of one size. */
  private record Noise(long seed, int width, int height, FloatTensor values) {}

  /** {@code signal x + noise e}, with pixels x from -1 to 1; what is beyond is cut. */
  PixelImage noised(PixelImage picture, double signal, double noise, long seed) {
    FloatTensor e = noiseFor(seed, picture.width(), picture.height());
    byte[] rgb = picture.rgb();
    float a = (float) signal;
    float s = (float) noise;
    for (int i = 0; i < rgb.length; i++) {
      float x = (rgb[i] & 255) / HALF - 1;
      float mixed = (a * x + s * e.get(i) + 1) * HALF;
      rgb[i] = (byte) Math.round(Math.max(0, Math.min(255, mixed)));
    }
    return PixelImage.of(picture.width(), picture.height(), rgb);
  }

  private synchronized FloatTensor noiseFor(long seed, int width, int height) {
    Noise known = last;
    if (known == null || known.seed != seed || known.width != width || known.height != height) {
      FloatTensor values = FloatTensor.zeros(Shape.of(height, width, COLOURS));
      new TorchCpuRandom(seed).fill(values);
      known = new Noise(seed, width, height, values);
      last = known;
    }
    return known.values;
  }
}
