package io.github.easel.image;

import io.github.easel.generation.PixelImage;

/**
 * Gives a picture the colours of another: mean and deviation of each channel become those of the
 * other (Reinhard et al. 2001, "Color transfer between images", equations 10 and 11), in Oklab
 * (Ottosson 2020), where lightness and colours are told apart evenly.
 */
public final class ColourTransfer {

  private static final int CHANNELS = 3;

  /** A flat picture has no deviation to widen; little noise must not become a lot. */
  private static final double MOST_WIDENED = 3;

  private ColourTransfer() {}

  /**
   * The picture with another's colours.
   *
   * @param share 0 (none of it) to 1 (all)
   */
  public static PixelImage of(PixelImage picture, PixelImage colours, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share of " + share);
    }
    double[] own = Oklab.of(picture);
    Statistics from = Statistics.of(own);
    Statistics to = Statistics.of(Oklab.of(colours));
    for (int i = 0; i < own.length; i++) {
      int channel = i % CHANNELS;
      double widened =
          Math.min(MOST_WIDENED, to.deviation(channel) / Math.max(1e-6, from.deviation(channel)));
      double moved = (own[i] - from.mean(channel)) * widened + to.mean(channel);
      own[i] += share * (moved - own[i]);
    }
    return Oklab.picture(own, picture.width(), picture.height());
  }

  /** Means and deviations of three channels. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Statistics(double[] means, double[] deviations) {

    static Statistics of(double[] values) {
      double[] sums = new double[CHANNELS];
      double[] squares = new double[CHANNELS];
      for (int i = 0; i < values.length; i++) {
        sums[i % CHANNELS] += values[i];
        squares[i % CHANNELS] += values[i] * values[i];
      }
      int count = values.length / CHANNELS;
      double[] deviations = new double[CHANNELS];
      for (int c = 0; c < CHANNELS; c++) {
        sums[c] /= count;
        deviations[c] = Math.sqrt(Math.max(0, squares[c] / count - sums[c] * sums[c]));
      }
      return new Statistics(sums, deviations);
    }

    double mean(int channel) {
      return means[channel];
    }

    double deviation(int channel) {
      return deviations[channel];
    }
  }
}
