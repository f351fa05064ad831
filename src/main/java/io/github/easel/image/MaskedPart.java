package io.github.easel.image;

import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Mask;
import java.util.Optional;

/** Finds the part of a source that is drawn when only its masked part is. */
final class MaskedPart {

  private MaskedPart() {}

  /**
   * The smallest rectangle that holds every pixel which is marked at all; nothing if none is.
   *
   * @param mask as it is blended, feather included
   */
  static Optional<Part> bounds(Mask mask) {
    byte[] values = mask.values();
    int left = mask.width();
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        if (values[y * mask.width() + x] != 0) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = top < 0 ? y : top;
          bottom = y;
        }
      }
    }
    return right < 0
        ? Optional.empty()
        : Optional.of(new Part(left, top, right - left + 1, bottom - top + 1));
  }

  /**
   * A part with room round it, then widened at two sides until it has the shape in which it is
   * drawn, and moved and cut so that it lies in the picture.
   *
   * @param padding pixels of room at every side
   * @param size what the part is drawn in
   */
  static Part around(Part inner, int padding, ImageSize size, int width, int height) {
    int left = Math.max(0, inner.x() - padding);
    int top = Math.max(0, inner.y() - padding);
    int right = Math.min(width, inner.x() + inner.width() + padding);
    int bottom = Math.min(height, inner.y() + inner.height() + padding);
    int across = right - left;
    int down = bottom - top;
    double shape = (double) size.width() / size.height();
    if (across < down * shape) {
      int wider = (int) Math.min(width, Math.round(down * shape));
      left = shifted(left - (wider - across) / 2, wider, width);
      across = wider;
    } else {
      int higher = (int) Math.min(height, Math.round(across / shape));
      top = shifted(top - (higher - down) / 2, higher, height);
      down = higher;
    }
    return new Part(left, top, Math.max(1, across), Math.max(1, down));
  }

  private static int shifted(int start, int length, int most) {
    return Math.max(0, Math.min(most - length, start));
  }
}
