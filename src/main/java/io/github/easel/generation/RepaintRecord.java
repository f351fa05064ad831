package io.github.easel.generation;

import java.util.OptionalInt;

/**
 * What is kept about a part that was painted anew: all but the mask's values.
 *
 * @param sha256 the mask's {@link Mask#sha256}; empty if nothing is known of it, as of pictures of
 *     other programs
 * @param shape as of {@link Repaint}
 * @param content as of {@link Repaint}
 * @param padding as of {@link Repaint}
 */
public record RepaintRecord(
    String sha256, MaskShape shape, UnderMask content, OptionalInt padding) {

  /** Pixels of the most padding. */
  public static final int MOST_PADDING = Repaint.MOST_PADDING;

  /** Refuses what is no hash, and padding out of range. */
  public RepaintRecord {
    checkPadding(padding);
    SourceRecord.checkHash(sha256);
  }

  /**
   * Refuses padding that is out of range.
   *
   * @throws RefusedValue saying so
   */
  public static void checkPadding(OptionalInt padding) {
    Repaint.checkPadding(padding);
  }

  /** The record of a part. */
  public static RepaintRecord of(Repaint repaint) {
    return new RepaintRecord(
        repaint.mask().sha256(), repaint.shape(), repaint.content(), repaint.padding());
  }

  /** The part again, for whoever has found its mask. */
  public Repaint with(Mask mask) {
    return new Repaint(mask, shape, content, padding);
  }
}
