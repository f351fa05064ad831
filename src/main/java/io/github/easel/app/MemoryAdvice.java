package io.github.easel.app;

import io.github.easel.generation.ImageSize;
import java.util.Comparator;
import java.util.Optional;

/** A size that should fit where another did not. What a picture needs grows with its pixels. */
final class MemoryAdvice {

  private static final int COARSE = 64;

  /** Pixels from which on a side may lose most of {@link #COARSE} for a rounder number's sake. */
  private static final int LONG = 256;

  /** How far the sides' ratio may be off, as a share of it, for a rounder number's sake. */
  private static final double RATIO_TOLERANCE = 0.05;

  private MemoryAdvice() {}

  /**
   * A smaller size of the same ratio: with as many pixels as the largest picture that is known to
   * fit; if none is known, as those that the model was trained for; and if that is no less, with
   * half of those that failed.
   *
   * @return nothing if there is no smaller size
   */
  static Optional<ImageSize> smaller(ImageSize failed, FailureContext context) {
    long most = area(failed);
    long fits =
        context.fitting().stream()
            .filter(size -> area(size) < most)
            .max(Comparator.comparingLong(MemoryAdvice::area))
            .or(() -> context.modelSize().filter(size -> area(size) < most))
            .map(MemoryAdvice::area)
            .orElse(most / 2);
    double scale = Math.sqrt(fits / (double) most);
    return scaled(failed, scale, Math.max(COARSE, context.multiple()))
        .filter(size -> Math.min(size.width(), size.height()) >= LONG)
        .filter(size -> ratioKept(size, failed))
        .or(() -> scaled(failed, scale, context.multiple()))
        .filter(size -> area(size) < most);
  }

  private static Optional<ImageSize> scaled(ImageSize size, double scale, int unit) {
    int width = floor(size.width() * scale, unit);
    int height = floor(size.height() * scale, unit);
    return Math.min(width, height) < ImageSize.SMALLEST
        ? Optional.empty()
        : Optional.of(new ImageSize(width, height));
  }

  private static long area(ImageSize size) {
    return (long) size.width() * size.height();
  }

  private static int floor(double pixels, int unit) {
    return ((int) ((pixels + 1e-6) / unit)) * unit;
  }

  private static boolean ratioKept(ImageSize size, ImageSize wanted) {
    double change =
        ((double) size.width() / size.height()) / ((double) wanted.width() / wanted.height());
    return Math.abs(change - 1) < RATIO_TOLERANCE;
  }
}
