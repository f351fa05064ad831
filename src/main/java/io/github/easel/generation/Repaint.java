package io.github.easel.generation;

import java.util.OptionalInt;

/**
 * Paints a part of a source anew and leaves the rest (inpainting; Lugmayr et al. 2022, "RePaint",
 * without its resampling).
 *
 * @param mask where; of the source's size, or brought to it
 * @param shape what becomes of the mask first
 * @param content what the part begins with
 * @param padding pixels of the source round the masked part that are drawn along with it, when only
 *     that part is drawn, in the size of the request, and put back into the source; nothing when
 *     the whole picture is drawn
 */
public record Repaint(Mask mask, MaskShape shape, UnderMask content, OptionalInt padding) {

  static final int MOST_PADDING = 1024;

  public Repaint {
    checkPadding(padding);
  }

  static void checkPadding(OptionalInt padding) {
    if (padding.isPresent() && (padding.getAsInt() < 0 || padding.getAsInt() > MOST_PADDING)) {
      throw new RefusedValue(RefusedValue.Kind.MASK_PADDING, padding.getAsInt(), MOST_PADDING);
    }
  }

  /** Whether only the masked part is drawn, so that the picture keeps the source's size. */
  public boolean onlyMasked() {
    return padding.isPresent();
  }
}
