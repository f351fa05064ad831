package io.github.easel.image;

import io.github.easel.generation.Fit;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.RowFilter.Kernel;
import java.util.Arrays;

/** Brings a picture of any size to the size of another one. */
public final class Resizing {

  private static final int CHANNELS = 3;

  private Resizing() {}

  /** The picture in that size; itself if it has it. */
  public static PixelImage fit(PixelImage image, ImageSize size, Fit fit) {
    return fit(image, size, fit, Kernel.LANCZOS);
  }

  /** The mask in that size, brought to it as a picture of its own size would be. */
  public static Mask fit(Mask mask, ImageSize size, Fit fit) {
    return mask.width() == size.width() && mask.height() == size.height()
        ? mask
        : GreyPixels.mask(fit(GreyPixels.of(mask), size, fit, Kernel.TRIANGLE));
  }

  /** The mask with each side changed by its own factor; itself if it has these sides. */
  public static Mask stretched(Mask mask, int width, int height) {
    return mask.width() == width && mask.height() == height
        ? mask
        : GreyPixels.mask(stretched(GreyPixels.of(mask), width, height, Kernel.TRIANGLE));
  }

  private static PixelImage fit(PixelImage image, ImageSize size, Fit fit, Kernel kernel) {
    if (image.width() == size.width() && image.height() == size.height()) {
      return image;
    }
    return switch (fit) {
      case STRETCH -> stretched(image, size.width(), size.height(), kernel);
      case CROP -> cropped(image, size, kernel);
      case PAD -> padded(image, size, kernel);
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
    return stretched(image, width, height, Kernel.LANCZOS);
  }

  private static PixelImage stretched(PixelImage image, int width, int height, Kernel kernel) {
    return resampled(
        image,
        RowFilter.of(kernel, image.width(), width),
        RowFilter.of(kernel, image.height(), height));
  }

  private static PixelImage cropped(PixelImage image, ImageSize size, Kernel kernel) {
    double scale =
        Math.max(ratio(size.width(), image.width()), ratio(size.height(), image.height()));
    return resampled(
        image,
        middle(kernel, image.width(), size.width(), scale),
        middle(kernel, image.height(), size.height(), scale));
  }

  private static RowFilter middle(Kernel kernel, int from, int to, double scale) {
    double kept = Math.min(from, to / scale);
    return RowFilter.of(kernel, from, (from - kept) / 2, kept, to);
  }

  private static PixelImage padded(PixelImage image, ImageSize size, Kernel kernel) {
    Part place = within(image.width(), image.height(), size);
    PixelImage inner = stretched(image, place.width(), place.height(), kernel);
    byte[] from = inner.rgb();
    byte[] rgb = new byte[CHANNELS * size.width() * size.height()];
    for (int y = 0; y < size.height(); y++) {
      int row = Math.max(0, Math.min(inner.height() - 1, y - place.y())) * inner.width();
      for (int x = 0; x < size.width(); x++) {
        int column = Math.max(0, Math.min(inner.width() - 1, x - place.x()));
        System.arraycopy(
            from, CHANNELS * (row + column), rgb, CHANNELS * (y * size.width() + x), CHANNELS);
      }
    }
    return PixelImage.of(size.width(), size.height(), rgb);
  }

  /** Where a picture of these sides stands in the size when all of it is shown. */
  static Part within(int width, int height, ImageSize size) {
    double scale = Math.min(ratio(size.width(), width), ratio(size.height(), height));
    int inner = scaled(width, scale, size.width());
    int high = scaled(height, scale, size.height());
    return new Part((size.width() - inner) / 2, (size.height() - high) / 2, inner, high);
  }

  private static double ratio(int to, int from) {
    return (double) to / from;
  }

  private static int scaled(int side, double scale, int most) {
    return (int) Math.max(1, Math.min(most, Math.round(side * scale)));
  }

  private static PixelImage resampled(PixelImage image, RowFilter across, RowFilter down) {
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
