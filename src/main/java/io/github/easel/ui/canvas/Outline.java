package io.github.easel.ui.canvas;

import io.github.easel.canvas.Area;
import java.util.List;

/**
 * The shape that is being drawn, for the eye only.
 *
 * @param points its corners in pixels of the canvas, one behind the other; the last leads to the
 *     first
 * @param round whether the first and the third point are corners around an ellipse
 */
record Outline(List<Point> points, boolean round) {

  Outline {
    points = List.copyOf(points);
  }

  /** The rectangle around an area. */
  static Outline of(Area area) {
    return new Outline(
        List.of(
            new Point(area.x(), area.y()),
            new Point(area.right(), area.y()),
            new Point(area.right(), area.bottom()),
            new Point(area.x(), area.bottom())),
        false);
  }
}
