package io.github.easel.canvas;

import io.github.easel.generation.Mask;
import java.util.function.IntBinaryOperator;

/**
 * Masks as pixels of a layer. Only opacity counts in them; all that is made here is black, so that
 * two masks that say the same are the same.
 */
public final class Masks {

  private Masks() {}

  /** The canvas's mask in an area; a hidden mask counts as none. */
  public static Mask of(Canvas canvas, Area area) {
    return of(canvas.mask().visible() ? canvas.mask().raster() : Raster.CLEAR, area);
  }

  /** The opacity of pixels in an area. */
  public static Mask of(Raster raster, Area area) {
    int[] pixels = raster.pixels(area);
    byte[] values = new byte[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (pixels[i] >>> 24);
    }
    return Mask.of(area.width(), area.height(), values);
  }

  /** A mask put in the place of what was there, its left top corner at a point. */
  public static Raster placed(Raster raster, Mask mask, int x, int y) {
    byte[] values = mask.values();
    int[] pixels = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[i] = values[i] << 24;
    }
    return raster.with(Limits.check(new Area(x, y, mask.width(), mask.height())), pixels);
  }

  /** What was kept is replaced and the other way round, in an area; outside nothing is masked. */
  public static Raster inverted(Raster raster, Area area) {
    byte[] values = of(raster, area).values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) ~values[i];
    }
    return placed(Raster.CLEAR, Mask.of(area.width(), area.height(), values), area.x(), area.y());
  }

  /** The mask's edge moved outwards, or inwards below 0, by at most 256 pixels. */
  public static Raster grown(Raster raster, int pixels) {
    return filtered(raster, Math.abs(pixels), pixels > 0 ? Math::max : Math::min);
  }

  /**
   * The mask with a soft edge.
   *
   * @param blur the standard deviation in pixels, 0 to 128
   */
  public static Raster feathered(Raster raster, double blur) {
    Raster soft = raster;
    for (int i = 0; i < (int) Math.ceil(blur); i++) {
      soft = filtered(soft, 1, (one, other) -> (one + other + 1) / 2);
    }
    return soft;
  }

  private static Raster filtered(Raster raster, int times, IntBinaryOperator both) {
    if (raster.clear()) {
      return raster;
    }
    Area area = raster.extent().grown(times + 1).and(Limits.BOUNDS);
    byte[] values = of(raster, area).values();
    for (int i = 0; i < times; i++) {
      byte[] old = values.clone();
      for (int at = area.width(); at < values.length - area.width(); at++) {
        int across = both.applyAsInt(old[at - 1] & 255, old[at + 1] & 255);
        int down = both.applyAsInt(old[at - area.width()] & 255, old[at + area.width()] & 255);
        values[at] = (byte) both.applyAsInt(old[at] & 255, both.applyAsInt(across, down));
      }
    }
    return placed(Raster.CLEAR, Mask.of(area.width(), area.height(), values), area.x(), area.y());
  }
}
