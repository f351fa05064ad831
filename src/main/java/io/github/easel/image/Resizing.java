package io.github.easel.image;

import io.github.easel.generation.Fit;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import java.util.Arrays;

/** Brings a picture of any size to the size of another one. */
public final class Resizing {

  private static final int CHANNELS = 3;

  private Resizing() {}

  /** The picture in that size; itself if it has it. */
  public static PixelImage fit(PixelImage image, ImageSize size, Fit fit) {
    if (image.width() == size.width() && image.height() == size.height()) {
      return image;
    }
    return switch (fit) {
      case STRETCH -> stretched(image, size.width(), size.height());
      case CROP -> cropped(image, size);
      case PAD -> padded(image, size);
    };
  }

  /** The picture with its longer side no longer than that, in pixels; itself if it is not. */
  public static PixelImage within(PixelImage image, int longest) {
    double scale = ratio(longest, Math.max(image.width(), image.height()));
    return scale >= 1
        ? image
        : stretched(
            image, scaled(image.width(), scale, longest), scaled(image.height(), scale, longest));
  }

  /** The picture with each side changed by its own factor. */
  public static PixelImage stretched(PixelImage image, int width, int height) {
    return resampled(image, Lanczos.of(image.width(), width), Lanczos.of(image.height(), height));
  }

  private static PixelImage cropped(PixelImage image, ImageSize size) {
    double scale =
        Math.max(ratio(size.width(), image.width()), ratio(size.height(), image.height()));
    return resampled(
        image,
        middle(image.width(), size.width(), scale),
        middle(image.height(), size.height(), scale));
  }

  private static Lanczos middle(int from, int to, double scale) {
    double kept = Math.min(from, to / scale);
    return Lanczos.of(from, (from - kept) / 2, kept, to);
  }

  private static PixelImage padded(PixelImage image, ImageSize size) {
    double scale =
        Math.min(ratio(size.width(), image.width()), ratio(size.height(), image.height()));
    PixelImage inner =
        stretched(
            image,
            scaled(image.width(), scale, size.width()),
            scaled(image.height(), scale, size.height()));
    byte[] from = inner.rgb();
    int left = (size.width() - inner.width()) / 2;
    int top = (size.height() - inner.height()) / 2;
    byte[] rgb = new byte[CHANNELS * size.width() * size.height()];
    for (int y = 0; y < size.height(); y++) {
      int row = Math.max(0, Math.min(inner.height() - 1, y - top)) * inner.width();
      for (int x = 0; x < size.width(); x++) {
        int column = Math.max(0, Math.min(inner.width() - 1, x - left));
        System.arraycopy(
            from, CHANNELS * (row + column), rgb, CHANNELS * (y * size.width() + x), CHANNELS);
      }
    }
    return PixelImage.of(size.width(), size.height(), rgb);
  }

  private static double ratio(int to, int from) {
    return (double) to / from;
  }

  private static int scaled(int side, double scale, int most) {
    return (int) Math.max(1, Math.min(most, Math.round(side * scale)));
  }

  private static PixelImage resampled(PixelImage image, Lanczos across, Lanczos down) {
    byte[] from = image.rgb();
    int width = across.size();
    byte[] rgb = new byte[CHANNELS * width * down.size()];
    // Rows of the source made narrow: as many as one row of the result is made of.
    float[][] rows = new float[down.mostWeights()][CHANNELS * width];
    float[] sums = new float[CHANNELS * width];
    int made = 0;
    for (int y = 0; y < down.size(); y++) {
      int first = down.first(y);
      float[] weights = down.weights(y);
      for (made = Math.max(made, first); made < first + weights.length; made++) {
        across.apply(from, CHANNELS * made * image.width(), rows[made % rows.length]);
      }
      Arrays.fill(sums, 0);
      for (int i = 0; i < weights.length; i++) {
        add(rows[(first + i) % rows.length], weights[i], sums);
      }
      for (int i = 0; i < sums.length; i++) {
        rgb[y * sums.length + i] = (byte) Math.round(Math.max(0, Math.min(255, sums[i])));
      }
    }
    return PixelImage.of(width, down.size(), rgb);
  }

  private static void add(float[] row, float weight, float[] sums) {
    for (int i = 0; i < row.length; i++) {
      sums[i] += weight * row[i];
    }
  }
}
