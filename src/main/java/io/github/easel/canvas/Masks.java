package io.github.easel.canvas;

import io.github.easel.generation.Mask;
import io.github.easel.generation.RefusedValue;
import io.github.easel.image.MaskShaping;

/**
 * Masks as pixels of a layer. Only opacity counts in them; all that is made here is black, so that
 * two masks that say the same are the same.
 */
public final class Masks {

  /** Pixels that a mask's edge is moved, at most. */
  public static final int MOST_GROW = 256;

  /** The softest edge's standard deviation in pixels. */
  public static final double MOST_BLUR = 128;

  /** Beyond so many standard deviations a soft edge is nothing in eight bits. */
  private static final double DEVIATIONS = 4;

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
    return replaced(area, MaskShaping.inverted(of(raster, area)));
  }

  /**
   * The mask's edge moved, round at corners.
   *
   * @param pixels outwards, inwards below 0; at most {@link #MOST_GROW} either way
   */
  public static Raster grown(Raster raster, int pixels) {
    if (Math.abs(pixels) > MOST_GROW) {
      throw new RefusedValue(RefusedValue.Kind.MASK_GROW, pixels, MOST_GROW);
    }
    Area area = around(raster, 1 + Math.max(0, pixels));
    return area.empty() ? raster : replaced(area, MaskShaping.grown(of(raster, area), pixels));
  }

  /**
   * The mask with a soft edge.
   *
   * @param blur the standard deviation in pixels, 0 to {@link #MOST_BLUR}
   */
  public static Raster feathered(Raster raster, double blur) {
    if (!(blur >= 0 && blur <= MOST_BLUR)) {
      throw new RefusedValue(RefusedValue.Kind.MASK_BLUR, blur, MOST_BLUR);
    }
    Area area = around(raster, 1 + (int) Math.ceil(DEVIATIONS * blur));
    return area.empty() ? raster : replaced(area, MaskShaping.blurred(of(raster, area), blur));
  }

  /** All that is masked with a border, as far as the sheet goes. */
  private static Area around(Raster raster, int border) {
    Area masked = raster.painted();
    return masked.empty() ? masked : masked.grown(border).and(Limits.BOUNDS);
  }

  private static Raster replaced(Area area, Mask mask) {
    return placed(Raster.CLEAR, mask, area.x(), area.y());
  }
}
