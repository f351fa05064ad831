package io.github.easel.canvas;

import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;

/**
 * The frame, taken out of the canvas for a generation.
 *
 * @param picture of the frame's size; what was clear has the colour of the nearest pixel that was
 *     not, or is white if all was
 * @param mask where to paint anew: the canvas's mask, and all that shone through, as far as it did
 */
public record FrameCut(PixelImage picture, Mask mask) {

  /** Takes the frame out. Takes about 50 ms for 1024 x 1024 pixels. */
  public static FrameCut of(Canvas canvas) {
    Area frame = canvas.frame();
    int[] pixels = Compositor.pixels(canvas, frame);
    byte[] mask = Masks.of(canvas, frame).values();
    boolean beyond = false;
    for (int i = 0; i < pixels.length; i++) {
      int clear = 255 - (pixels[i] >>> 24);
      beyond |= clear != 0;
      mask[i] = (byte) Math.max(mask[i] & 255, clear);
    }
    if (beyond) {
      NearestColours.fill(pixels, frame.width(), frame.height());
    }
    return new FrameCut(
        Pictures.of(pixels, frame.width(), frame.height()),
        Mask.of(frame.width(), frame.height(), mask));
  }
}
