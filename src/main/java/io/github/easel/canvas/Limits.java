package io.github.easel.canvas;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;

/** How large a canvas can become. */
public final class Limits {

  /** Pixels to a side, at most. */
  public static final int MOST_SIDE = 32_768;

  /** Layers, the mask among them. */
  public static final int MOST_LAYERS = 64;

  /** The sheet that can be painted on, round the origin. Brushes stop at its edge. */
  public static final Area BOUNDS = new Area(-MOST_SIDE / 2, -MOST_SIDE / 2, MOST_SIDE, MOST_SIDE);

  private Limits() {}

  /**
   * Passes an area that lies on the sheet.
   *
   * @throws GenerationException {@link Failure#CANVAS_TOO_LARGE}
   */
  public static Area check(Area area) {
    if (!BOUNDS.holds(area)) {
      throw new GenerationException(
          Failure.CANVAS_TOO_LARGE, area + " is not inside " + BOUNDS, Integer.toString(MOST_SIDE));
    }
    return area;
  }

  /**
   * Passes a canvas that is not too large.
   *
   * @throws GenerationException {@link Failure#CANVAS_TOO_LARGE}, {@link Failure#TOO_MANY_LAYERS}
   */
  public static Canvas check(Canvas canvas) {
    if (canvas.layers().size() > MOST_LAYERS) {
      throw new GenerationException(
          Failure.TOO_MANY_LAYERS,
          canvas.layers().size() + " layers",
          Integer.toString(MOST_LAYERS));
    }
    canvas.layers().forEach(layer -> check(layer.raster().extent()));
    check(canvas.frame());
    return canvas;
  }
}
