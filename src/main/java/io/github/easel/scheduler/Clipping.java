package io.github.easel.scheduler;

import java.util.Arrays;

/** What is done to the clean sample that a step predicts, to keep it in range. */
public sealed interface Clipping {

  /** Nothing is done, which is right for latents. */
  static Clipping none() {
    return new None();
  }

  /**
   * Changes the values in place.
   *
   * @param values {@code items} pictures of equal size, one after the other
   * @param items pictures in the batch, from 1
   * @param scratch as long as values; what it holds is lost
   */
  void apply(float[] values, int items, float[] scratch);

  /** Leaves values as they are. */
  record None() implements Clipping {

    @Override
    public void apply(float[] values, int items, float[] scratch) {}
  }

  /**
   * Clamps values to [-range, range].
   *
   * @param range above 0; 1 for pixels
   */
  record Clamp(double range) implements Clipping {

    public Clamp {
      requirePositive(range, "clipping range");
    }

    @Override
    public void apply(float[] values, int items, float[] scratch) {
      float limit = (float) range;
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.max(-limit, Math.min(limit, values[i]));
      }
    }
  }

  /**
   * Dynamic thresholding (Saharia et al. 2022, "Photorealistic text-to-image diffusion models with
   * deep language understanding", section 2.3): picture by picture, s is a quantile of |x|, held
   * between 1 and a maximum; x is clamped to [-s, s] and divided by s. For models of pixels only.
   *
   * @param ratio the quantile, 0 to 1
   * @param maximum the largest s, at least 1
   */
  record DynamicThreshold(double ratio, double maximum) implements Clipping {

    public DynamicThreshold {
      if (!(ratio >= 0 && ratio <= 1)) {
        throw new IllegalArgumentException("thresholding ratio " + ratio + " is not from 0 to 1");
      }
      if (!(maximum >= 1)) {
        throw new IllegalArgumentException("thresholding maximum " + maximum + " is less than 1");
      }
    }

    @Override
    public void apply(float[] values, int items, float[] scratch) {
      int length = values.length / items;
      for (int from = 0; from < values.length; from += length) {
        for (int i = from; i < from + length; i++) {
          scratch[i] = Math.abs(values[i]);
        }
        Arrays.sort(scratch, from, from + length);
        float limit = quantile(scratch, from, length);
        limit = Math.max(1, Math.min((float) maximum, limit));
        for (int i = from; i < from + length; i++) {
          values[i] = Math.max(-limit, Math.min(limit, values[i])) / limit;
        }
      }
    }

    /** Between the two neighbours of the exact place, by linear interpolation. */
    private float quantile(float[] sorted, int from, int length) {
      float place = (float) ratio * (length - 1);
      int below = (int) place;
      int above = Math.min(below + 1, length - 1);
      float low = sorted[from + below];
      return low + (place - below) * (sorted[from + above] - low);
    }
  }

  private static void requirePositive(double value, String name) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " " + value + " is not above 0");
    }
  }
}
