package io.github.easel.image;

import io.github.easel.generation.PixelImage;

/**
 * A square in a picture's own pixels.
 *
 * @param x of its left edge
 * @param y of its top edge
 * @param side both of its sides
 */
public record SquareCrop(int x, int y, int side) {

  /** The picture is looked at so small. */
  private static final int LOOKED_AT = 96;

  /** Sides that are tried, as parts of the widest. */
  private static final double[] SIDES = {0.5, 0.6, 0.7, 0.8, 0.9, 1};

  /** A square holds a thing if it holds so much of all that stands out. */
  private static final double MOST_OF_IT = 0.94;

  /** Of the middle a little more is thought than of the edges. */
  private static final double EDGE = 0.75;

  /** The largest square there is, in the middle. */
  public static SquareCrop widest(PixelImage image) {
    int side = Math.min(image.width(), image.height());
    return new SquareCrop((image.width() - side) / 2, (image.height() - side) / 2, side);
  }

  /**
   * The smallest square, of half the widest at least, that holds nearly all that stands out from
   * the picture's edge in colour or has contours of its own; the widest where nothing does.
   */
  public static SquareCrop aroundWhatStandsOut(PixelImage image) {
    PixelImage small = Resizing.within(image, LOOKED_AT).held();
    double[][] sums = sums(outstanding(small));
    int most = Math.min(small.width(), small.height());
    double all = sums[small.height()][small.width()];
    if (all <= 0) {
      return widest(image);
    }
    SquareCrop best = widest(small);
    for (double share : SIDES) {
      best = fullest(sums, Math.max(1, (int) Math.round(share * most)));
      if (held(sums, best) >= MOST_OF_IT * all) {
        break;
      }
    }
    return best.scaled(image, small);
  }

  private static SquareCrop fullest(double[][] sums, int side) {
    int height = sums.length - 1;
    int width = sums[0].length - 1;
    SquareCrop best = new SquareCrop((width - side) / 2, (height - side) / 2, side);
    double bestValue = held(sums, best);
    for (int y = 0; y + side <= height; y++) {
      for (int x = 0; x + side <= width; x++) {
        SquareCrop one = new SquareCrop(x, y, side);
        double value = held(sums, one);
        if (value > bestValue * 1.001) { // of equals the one in the middle
          best = one;
          bestValue = value;
        }
      }
    }
    return best;
  }

  private static double held(double[][] sums, SquareCrop crop) {
    int right = crop.x + crop.side;
    int bottom = crop.y + crop.side;
    return sums[bottom][right] - sums[crop.y][right] - sums[bottom][crop.x] + sums[crop.y][crop.x];
  }

  /** How much each pixel stands out: far from the mean of the edge, or unlike its neighbours. */
  private static double[][] outstanding(PixelImage image) {
    int width = image.width();
    int height = image.height();
    double[] ground = edge(image);
    double[][] values = new double[height][width];
    double mean = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double far = 0;
        double contour = 0;
        for (int channel = 0; channel < 3; channel++) {
          int value = channel(image, x, y, channel);
          far += Math.abs(value - ground[channel]);
          contour += Math.abs(value - channel(image, Math.min(width - 1, x + 1), y, channel));
          contour += Math.abs(value - channel(image, x, Math.min(height - 1, y + 1), channel));
        }
        double away = Math.max(Math.abs(2.0 * x / width - 1), Math.abs(2.0 * y / height - 1));
        values[y][x] = (far + contour) * (1 - (1 - EDGE) * away);
        mean += values[y][x] / (width * height);
      }
    }
    for (double[] row : values) {
      for (int x = 0; x < width; x++) {
        row[x] = Math.max(0, row[x] - mean);
      }
    }
    return values;
  }

  private static double[] edge(PixelImage image) {
    double[] mean = new double[3];
    int count = 0;
    for (int y = 0; y < image.height(); y++) {
      boolean whole = y == 0 || y == image.height() - 1;
      for (int x = 0; x < image.width(); x += whole ? 1 : Math.max(1, image.width() - 1)) {
        for (int channel = 0; channel < 3; channel++) {
          mean[channel] += channel(image, x, y, channel);
        }
        count++;
      }
    }
    for (int channel = 0; channel < 3; channel++) {
      mean[channel] /= count;
    }
    return mean;
  }

  private static int channel(PixelImage image, int x, int y, int channel) {
    return image.argb(x, y) >> (8 * channel) & 255;
  }

  /** Sums over all that is above and left, with a row and a column of nothing before them. */
  private static double[][] sums(double[][] values) {
    double[][] sums = new double[values.length + 1][values[0].length + 1];
    for (int y = 0; y < values.length; y++) {
      for (int x = 0; x < values[0].length; x++) {
        sums[y + 1][x + 1] = values[y][x] + sums[y][x + 1] + sums[y + 1][x] - sums[y][x];
      }
    }
    return sums;
  }

  private SquareCrop scaled(PixelImage to, PixelImage from) {
    double scale =
        Math.min(to.width(), to.height()) / (double) Math.min(from.width(), from.height());
    int most = Math.min(to.width(), to.height());
    int wide = Math.max(1, Math.min(most, (int) Math.round(side * scale)));
    return new SquareCrop(
        Math.max(0, Math.min(to.width() - wide, (int) Math.round(x * scale))),
        Math.max(0, Math.min(to.height() - wide, (int) Math.round(y * scale))),
        wide);
  }
}
