package io.github.easel.gallery;

import io.github.easel.generation.PixelImage;
import java.util.Arrays;
import java.util.Random;

/** Pictures for tests, drawn by a seed. */
public final class Drawn {

  private Drawn() {}

  /** Soft blobs of many colours, as photos have them. */
  public static PixelImage blobs(long seed, int width, int height) {
    Random random = new Random(seed);
    int count = 14;
    double[][] blobs = new double[count][6];
    for (double[] blob : blobs) {
      blob[0] = random.nextDouble();
      blob[1] = random.nextDouble();
      blob[2] = 0.05 + 0.2 * random.nextDouble();
      for (int colour = 0; colour < 3; colour++) {
        blob[3 + colour] = 255 * random.nextDouble();
      }
    }
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      int row = i / width;
      shade(blobs, (i % width + 0.5) / width, (row + 0.5) / height, rgb, 3 * i);
    }
    return PixelImage.of(width, height, rgb);
  }

  private static void shade(double[][] blobs, double x, double y, byte[] rgb, int at) {
    double weights = 0.05;
    double[] sums = {6, 6, 6};
    for (double[] blob : blobs) {
      double away = Math.hypot(x - blob[0], y - blob[1]) / blob[2];
      double weight = Math.exp(-away * away);
      weights += weight;
      for (int colour = 0; colour < 3; colour++) {
        sums[colour] += weight * blob[3 + colour];
      }
    }
    for (int colour = 0; colour < 3; colour++) {
      rgb[at + colour] = (byte) Math.round(sums[colour] / weights);
    }
  }

  /** One colour all over, 0xRRGGBB. */
  public static PixelImage plain(int width, int height, int colour) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (colour >> (16 - 8 * (i % 3)));
    }
    return PixelImage.of(width, height, rgb);
  }

  /** A disc in the middle on a ground, colours 0xRRGGBB. */
  public static PixelImage disc(int side, int radius, int colour, int ground) {
    byte[] rgb = plain(side, side, ground).rgb();
    byte[] inside = plain(1, 1, colour).rgb();
    for (int i = 0; i < side * side; i++) {
      int row = i / side;
      double x = i % side - (side - 1) / 2.0;
      double y = row - (side - 1) / 2.0;
      if (x * x + y * y < (double) radius * radius) {
        System.arraycopy(inside, 0, rgb, 3 * i, 3);
      }
    }
    return PixelImage.of(side, side, rgb);
  }

  /** A hash of that many bits set at random places. */
  static long bits(Random random, int count) {
    int[] places = random.ints(0, Long.SIZE).distinct().limit(count).toArray();
    return Arrays.stream(places).mapToLong(place -> 1L << place).reduce(0, (a, b) -> a | b);
  }
}
