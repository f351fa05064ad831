package io.github.easel.pipeline;

import io.github.easel.generation.PixelImage;
import io.github.easel.generation.StepLatents;
import io.github.easel.random.TorchCpuRandom;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.function.Function;

/**
 * The colour that a decoder gives a latent cell, nearly: a linear map of its channels, found for
 * the model at hand by least squares over one small picture of random latents. A cell becomes one
 * pixel. Immutable.
 */
public final class LatentColours {

  /** Cells on a side of the sample: enough to tell five weights, cheap for any decoder. */
  private static final int SIDE = 10;

  /** Random values on a side, between which the sample is interpolated. */
  private static final int KNOTS = 5;

  private static final int CHANNELS = Denoiser.CHANNELS;
  private static final int COLOURS = 3;
  private static final int SEED = 20221;

  /** Keeps the equations solvable for a decoder that takes no notice of a channel. */
  private static final double RIDGE = 1e-3;

  /** Of each colour: the weights of the channels, then a constant; 0 to 255. */
  private final float[][] weights;

  private LatentColours(float[][] weights) {
    this.weights = weights;
  }

  /**
   * Decodes the sample and fits the map to it.
   *
   * @param decoder from latents as the sampler has them
   */
  static LatentColours of(Function<FloatTensor, PixelImage> decoder) {
    FloatTensor latents = smoothRandom();
    return fit(latents, decoder.apply(latents));
  }

  /** The map that comes closest to the means of the picture's blocks. */
  static LatentColours fit(FloatTensor latents, PixelImage picture) {
    int height = (int) latents.shape().axis(2);
    int width = (int) latents.shape().axis(3);
    LeastSquares equations = new LeastSquares(CHANNELS + 1, COLOURS);
    double[] row = new double[CHANNELS + 1];
    row[CHANNELS] = 1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < CHANNELS; channel++) {
          row[channel] = latents.get((channel * height + y) * width + x);
        }
        equations.add(row, blockMean(picture, x, y, width, height));
      }
    }
    return new LatentColours(equations.solve(RIDGE * width * height));
  }

  private static double[] blockMean(PixelImage picture, int x, int y, int width, int height) {
    int blockWidth = picture.width() / width;
    int blockHeight = picture.height() / height;
    double[] sum = new double[COLOURS];
    for (int row = y * blockHeight; row < (y + 1) * blockHeight; row++) {
      for (int column = x * blockWidth; column < (x + 1) * blockWidth; column++) {
        int argb = picture.argb(column, row);
        sum[0] += argb >> 16 & 255;
        sum[1] += argb >> 8 & 255;
        sum[2] += argb & 255;
      }
    }
    for (int colour = 0; colour < COLOURS; colour++) {
      sum[colour] /= blockWidth * blockHeight;
    }
    return sum;
  }

  /**
   * Latents like those of pictures in two ways: of unit variance, and alike in neighbouring cells,
   * so that what a decoder makes of edges does not hide what it makes of values.
   */
  private static FloatTensor smoothRandom() {
    FloatTensor knots = FloatTensor.zeros(Shape.of(1, CHANNELS, KNOTS, KNOTS));
    new TorchCpuRandom(SEED).fill(knots);
    FloatTensor latents = FloatTensor.zeros(Shape.of(1, CHANNELS, SIDE, SIDE));
    int perKnot = SIDE / KNOTS;
    for (int i = 0; i < latents.size(); i++) {
      int channel = i / (SIDE * SIDE);
      int y = i / SIDE % SIDE / perKnot;
      int x = i % SIDE / perKnot;
      latents.set(i, knots.get((channel * KNOTS + y) * KNOTS + x));
    }
    return latents;
  }

  /** A picture of one pixel a cell of latents as the sampler has them, before any scaling. */
  public PixelImage picture(StepLatents latents) {
    if (latents.channels() != CHANNELS) {
      throw new IllegalArgumentException(latents.channels() + " latent channels");
    }
    FloatBuffer values = latents.values();
    int width = latents.width();
    int height = latents.height();
    int area = width * height;
    byte[] rgb = new byte[COLOURS * area];
    for (int colour = 0; colour < COLOURS; colour++) {
      float[] w = weights[colour];
      for (int i = 0; i < area; i++) {
        float value = w[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
          value += w[channel] * values.get(channel * area + i);
        }
        rgb[COLOURS * i + colour] = (byte) Math.round(Math.max(0, Math.min(255, value)));
      }
    }
    return PixelImage.of(width, height, rgb);
  }
}
