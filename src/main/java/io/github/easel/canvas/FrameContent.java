package io.github.easel.canvas;

import org.jspecify.annotations.Nullable;

/**
 * What is in the frame, which decides what generating will do there.
 *
 * @param painted whether any pixel is there; if not, a picture is made of nothing (Generate)
 * @param clear whether something shines through; if so, the picture is extended (Expand)
 * @param masked whether the mask holds something that is to be painted anew (Fill)
 */
public record FrameContent(boolean painted, boolean clear, boolean masked) {

  /** Looks at a canvas; stops as soon as all is known. A hidden mask counts as none. */
  public static FrameContent of(Canvas canvas) {
    Look look = new Look(canvas);
    Raster.eachTile(canvas.frame(), look::at);
    return new FrameContent(look.painted, look.clear, look.masked);
  }

  /** Tile after tile, as long as something is unknown. */
  private static final class Look {

    private final Canvas canvas;
    private final int[] pixels = new int[Tile.SIDE * Tile.SIDE];
    private boolean painted;
    private boolean clear;
    private boolean masked;

    private Look(Canvas canvas) {
      this.canvas = canvas;
    }

    private void at(Raster.At at) {
      Area part = canvas.frame().and(at.area());
      if (!masked && canvas.mask().visible()) {
        masked = any(canvas.mask().raster().tiles().get(at), at, part);
      }
      if (!painted || !clear) {
        Compositor.tile(canvas, at, pixels);
        look(at, part);
      }
    }

    private void look(Raster.At at, Area part) {
      for (int y = part.y(); y < part.bottom() && !(painted && clear); y++) {
        int from = (y - at.area().y()) * Tile.SIDE - at.area().x();
        for (int x = part.x(); x < part.right(); x++) {
          int alpha = pixels[from + x] >>> 24;
          painted |= alpha != 0;
          clear |= alpha != 255;
        }
      }
    }

    private static boolean any(@Nullable Tile tile, Raster.At at, Area part) {
      if (tile == null) {
        return false;
      }
      for (int y = part.y(); y < part.bottom(); y++) {
        for (int x = part.x(); x < part.right(); x++) {
          if (tile.at(x - at.area().x(), y - at.area().y()) >>> 24 != 0) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
