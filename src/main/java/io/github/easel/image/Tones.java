package io.github.easel.image;

import io.github.easel.generation.PixelImage;
import java.util.List;
import java.util.stream.IntStream;

/** The colours of a picture at a glance, from dark to light. */
public final class Tones {

  private static final int CHANNELS = 3;
  private static final int MOST_SAMPLES = 65_536;

  private Tones() {}

  /**
   * The mean colours of parts of equal size, of which each holds lighter pixels than the one before
   * (by luma, BT.709). Of a large picture pixels that are spread evenly stand for all.
   *
   * @param parts 1 or more
   * @return as many colours, 0xRRGGBB
   */
  public static List<Integer> of(PixelImage image, int parts) {
    byte[] rgb = image.rgb();
    int step = Math.max(1, rgb.length / CHANNELS / MOST_SAMPLES);
    int[] sorted =
        IntStream.iterate(0, at -> at < rgb.length, at -> at + CHANNELS * step)
            .boxed()
            .sorted((one, other) -> Double.compare(luma(rgb, one), luma(rgb, other)))
            .mapToInt(Integer::intValue)
            .toArray();
    return IntStream.range(0, parts).mapToObj(part -> mean(rgb, sorted, part, parts)).toList();
  }

  private static double luma(byte[] rgb, int at) {
    return 0.2126 * (rgb[at] & 255) + 0.7152 * (rgb[at + 1] & 255) + 0.0722 * (rgb[at + 2] & 255);
  }

  private static int mean(byte[] rgb, int[] sorted, int part, int parts) {
    int from = (int) ((long) part * sorted.length / parts); // at most the last one
    int to = Math.max(from + 1, (int) ((long) (part + 1) * sorted.length / parts));
    int colour = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      long sum = 0;
      for (int i = from; i < to; i++) {
        sum += rgb[sorted[i] + channel] & 255;
      }
      colour = colour << 8 | (int) Math.round(sum / (double) (to - from));
    }
    return colour;
  }
}
