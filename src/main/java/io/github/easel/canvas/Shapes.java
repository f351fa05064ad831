package io.github.easel.canvas;

/**
 * Shapes with soft edges, to be filled with a colour or added to and taken from a mask by {@link
 * Raster#painted}. Coordinates are in pixels, of which the middle is at one half.
 */
public final class Shapes {

  /** Straight pieces of an ellipse: no farther than 0.02 pixels from it up to 4096 pixels. */
  private static final int MOST_PIECES = 720;

  private static final int LEAST_PIECES = 64;

  private Shapes() {}

  /** A rectangle between two opposite corners, in any order. */
  public static Cover rectangle(double x, double y, double toX, double toY) {
    return new Polygon(new double[] {x, toX, toX, x}, new double[] {y, y, toY, toY});
  }

  /** The whole of an area. */
  public static Cover rectangle(Area area) {
    return rectangle(area.x(), area.y(), area.right(), area.bottom());
  }

  /** The ellipse inside the rectangle between two opposite corners. */
  public static Cover ellipse(double x, double y, double toX, double toY) {
    double wide = (toX - x) / 2;
    double high = (toY - y) / 2;
    int pieces =
        (int)
            Math.max(LEAST_PIECES, Math.min(MOST_PIECES, Math.max(Math.abs(wide), Math.abs(high))));
    double[] xs = new double[pieces];
    double[] ys = new double[pieces];
    for (int i = 0; i < pieces; i++) {
      double angle = 2 * Math.PI * i / pieces;
      xs[i] = x + wide + wide * Math.cos(angle);
      ys[i] = y + high + high * Math.sin(angle);
    }
    return new Polygon(xs, ys);
  }

  /** What a line goes round that ends where it began (lasso). */
  public static Cover lasso(double[] xs, double[] ys) {
    if (xs.length != ys.length) {
      throw new IllegalArgumentException(xs.length + " and " + ys.length + " coordinates");
    }
    return new Polygon(xs, ys);
  }
}
