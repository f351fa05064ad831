package io.github.easel.canvas;

import java.util.HashMap;
import java.util.Map;

/**
 * One stroke of a brush: stamps along the path of a pen. What the stamps cover is gathered apart
 * from the pixels below, so that a stroke that crosses itself gets no darker than its opacity. Only
 * the tiles that it touches are copied. One thread at a time.
 */
public final class Stroke {

  /** Stamps lie a twentieth of their diameter apart: notches stay below a tenth of a pixel. */
  private static final double SPACING = 0.05;

  private static final double LEAST_STEP = 0.5;
  private static final double LEAST_SIZE = 0.5;

  private final Raster before;
  private final Brush brush;
  private final Map<Raster.At, float[]> covered = new HashMap<>();

  /** Where shares have changed that the pixels do not show yet. */
  private final Map<Raster.At, Area> stale = new HashMap<>();

  private Raster now;
  private boolean begun;
  private double x;
  private double y;
  private double pressure;

  /** How far behind the last point the next stamp lies. */
  private double ahead;

  private Stroke(Raster before, Brush brush) {
    this.before = before;
    this.now = before;
    this.brush = brush;
  }

  /** Takes a brush to a layer's pixels, or a mask's. */
  public static Stroke begin(Raster raster, Brush brush) {
    return new Stroke(raster, brush);
  }

  /**
   * Draws to a point; the first one is where the stroke begins.
   *
   * @param toX pixels; the middle of a pixel is at one half
   * @param toPressure 0 to 1, which the brush's diameter is multiplied by; 1 for a mouse
   * @return the pixels that may have changed by this
   */
  public Area to(double toX, double toY, double toPressure) {
    double force = Math.max(0, Math.min(1, toPressure));
    Area changed = Area.NONE;
    if (!begun) {
      changed = stamp(toX, toY, force);
      ahead = step(force);
    } else {
      double length = Math.hypot(toX - x, toY - y);
      double at = ahead;
      for (; at <= length; at += step(pressure + (force - pressure) * at / length)) {
        double part = at / length;
        changed =
            changed.or(
                stamp(
                    x + (toX - x) * part,
                    y + (toY - y) * part,
                    pressure + (force - pressure) * part));
      }
      ahead = at - length;
    }
    begun = true;
    x = toX;
    y = toY;
    pressure = force;
    return changed;
  }

  /** The pixels with the stroke so far. */
  public Raster raster() {
    if (!stale.isEmpty()) {
      Map<Raster.At, int[]> fresh = new HashMap<>();
      stale.forEach((at, area) -> fresh.put(at, blended(at, area)));
      now = now.replaced(fresh);
      stale.clear();
    }
    return now;
  }

  /** Lifts the brush: the pixels with all of the stroke. */
  public Raster end() {
    return raster();
  }

  private double step(double force) {
    return Math.max(LEAST_STEP, SPACING * brush.size() * force);
  }

  /** The tile as it was shown last, with ink anew where shares have changed. */
  private int[] blended(Raster.At at, Area area) {
    float[] shares = covered.getOrDefault(at, new float[0]);
    int[] pixels = now.tile(at);
    int[] below = before.pixels(area);
    float most = (float) (255 * brush.opacity());
    for (int y = 0; y < area.height(); y++) {
      int from = y * area.width();
      int to = (area.y() + y - at.area().y()) * Tile.SIDE + area.x() - at.area().x();
      for (int x = 0; x < area.width(); x++) {
        float share = shares[to + x];
        if (share > 0) {
          pixels[to + x] = brush.ink().on(below[from + x], Math.round(most * share));
        }
      }
    }
    return pixels;
  }

  private Area stamp(double middleX, double middleY, double force) {
    Stamp stamp =
        new Stamp(
            middleX, middleY, Math.max(LEAST_SIZE, brush.size() * force) / 2, brush.hardness());
    Area area = stamp.area().and(Limits.BOUNDS);
    Raster.eachTile(
        area,
        at -> {
          float[] shares = covered.computeIfAbsent(at, key -> new float[Tile.SIDE * Tile.SIDE]);
          stamp.lay(at.area(), area.and(at.area()), shares, (float) brush.flow());
          stale.merge(at, area.and(at.area()), Area::or);
        });
    return area;
  }
}
