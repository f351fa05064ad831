package io.github.easel.canvas;

import io.github.easel.generation.PixelImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lays the visible layers over each other, all but the mask. */
public final class Compositor {

  private static final int WHITE = 0xFFFFFFFF;

  private Compositor() {}

  /**
   * All visible layers of one tile, 0xAARRGGBB multiplied by opacity.
   *
   * @param into 256 x 256 pixels, row by row, which are replaced
   */
  public static void tile(Canvas canvas, Raster.At at, int[] into) {
    List<Layer> layers = canvas.layers();
    int lowest = lowest(layers, at);
    if (lowest == layers.size()) {
      Arrays.fill(into, 0);
      return;
    }
    part(layers.subList(lowest, layers.size()), at, at.area(), into);
  }

  /** A part of one tile, row by row; what is over the rest of the tile is not looked at. */
  private static void part(List<Layer> layers, Raster.At at, Area area, int[] into) {
    boolean first = true;
    for (Layer layer : layers) {
      Tile tile = layer.raster().tiles().get(at);
      if (tile == null || !shows(layer)) {
        continue;
      }
      int share = (int) Math.round(255 * layer.opacity());
      for (int y = 0; y < area.height(); y++) {
        int from = (area.y() + y - at.area().y()) * Tile.SIDE + area.x() - at.area().x();
        if (first && share == 255) {
          System.arraycopy(tile.pixels(), from, into, y * area.width(), area.width());
        } else {
          if (first) {
            Arrays.fill(into, y * area.width(), (y + 1) * area.width(), 0);
          }
          lay(tile.pixels(), from, share, into, y * area.width(), area.width());
        }
      }
      first = false;
    }
  }

  private static boolean shows(Layer layer) {
    return layer.visible() && layer.kind() != Layer.Kind.MASK && layer.opacity() > 0;
  }

  /** The lowest layer with pixels there that is not hidden by those over it; none: their number. */
  private static int lowest(List<Layer> layers, Raster.At at) {
    int lowest = layers.size();
    for (int i = layers.size() - 1; i >= 0; i--) {
      Layer layer = layers.get(i);
      Tile tile = layer.raster().tiles().get(at);
      if (tile != null && shows(layer)) {
        lowest = i;
        if (layer.opacity() == 1 && tile.opaque()) {
          return lowest;
        }
      }
    }
    return lowest;
  }

  private static void lay(int[] upper, int from, int share, int[] into, int to, int count) {
    for (int i = 0; i < count; i++) {
      int pixel = upper[from + i];
      if (pixel != 0) {
        into[to + i] = Pixels.over(Pixels.faded(pixel, share), into[to + i]);
      }
    }
  }

  /** All visible layers of an area, row by row, 0xAARRGGBB multiplied by opacity. */
  public static int[] pixels(Canvas canvas, Area area) {
    int[] pixels = new int[Math.multiplyExact(area.width(), area.height())];
    Raster.eachTile(
        area,
        at -> {
          List<Layer> layers = canvas.layers();
          List<Layer> seen = layers.subList(lowest(layers, at), layers.size());
          Area shared = area.and(at.area());
          int[] part = shared.equals(area) ? pixels : new int[shared.width() * shared.height()];
          part(seen, at, shared, part);
          for (int y = 0; part != pixels && y < shared.height(); y++) {
            System.arraycopy(
                part,
                y * shared.width(),
                pixels,
                (shared.y() + y - area.y()) * area.width() + shared.x() - area.x(),
                shared.width());
          }
        });
    return pixels;
  }

  /** The colour that is seen at a pixel, 0xAARRGGBB, not multiplied; 0 where all is clear. */
  public static int colourAt(Canvas canvas, int x, int y) {
    int pixel = 0;
    for (Layer layer : canvas.layers()) {
      if (shows(layer)) {
        int share = (int) Math.round(255 * layer.opacity());
        pixel = Pixels.over(Pixels.faded(layer.raster().at(x, y), share), pixel);
      }
    }
    return Pixels.straight(pixel);
  }

  /** An area as a picture; what shines through is white, as when a picture file is opened. */
  public static PixelImage flattened(Canvas canvas, Area area) {
    int[] pixels = pixels(canvas, area);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Pixels.over(pixels[i], WHITE);
    }
    return Pictures.of(pixels, area.width(), area.height());
  }

  /** The places of tiles that look different in the two, the mask left out. */
  public static Set<Raster.At> changes(Canvas before, Canvas after) {
    List<Layer> old = before.layers().stream().filter(Compositor::shows).toList();
    List<Layer> fresh = after.layers().stream().filter(Compositor::shows).toList();
    Set<Raster.At> places = new HashSet<>();
    if (sameOrder(old, fresh)) {
      for (int i = 0; i < old.size(); i++) {
        places.addAll(
            old.get(i).opacity() == fresh.get(i).opacity()
                ? old.get(i).raster().differences(fresh.get(i).raster())
                : union(old.get(i), fresh.get(i)));
      }
      return places;
    }
    old.stream().filter(layer -> !fresh.contains(layer)).forEach(layer -> enter(layer, places));
    fresh.stream().filter(layer -> !old.contains(layer)).forEach(layer -> enter(layer, places));
    List<Layer> oldOnes = old.stream().filter(fresh::contains).toList();
    List<Layer> freshOnes = fresh.stream().filter(old::contains).toList();
    if (!oldOnes.equals(freshOnes)) {
      oldOnes.forEach(layer -> enter(layer, places));
    }
    return places;
  }

  private static boolean sameOrder(List<Layer> old, List<Layer> fresh) {
    return old.stream().map(Layer::id).toList().equals(fresh.stream().map(Layer::id).toList());
  }

  /**
   * The pixels of a tile that may look different in the two, the mask included: all of it if
   * anything but pixels of layers has changed.
   */
  public static Area change(Canvas before, Canvas after, Raster.At at) {
    if (!sameOrder(before.layers(), after.layers())) {
      return at.area();
    }
    Area changed = Area.NONE;
    for (int i = 0; i < after.layers().size(); i++) {
      Layer old = before.layers().get(i);
      Layer fresh = after.layers().get(i);
      if (old.visible() != fresh.visible() || old.opacity() != fresh.opacity()) {
        return at.area();
      }
      Tile one = old.raster().tiles().get(at);
      Tile other = fresh.raster().tiles().get(at);
      if (one == null || other == null) {
        if (one != other) {
          return at.area();
        }
      } else if (one != other) {
        changed = changed.or(one.differences(other));
      }
    }
    return changed.moved(at.area().x(), at.area().y());
  }

  private static Set<Raster.At> union(Layer one, Layer other) {
    Set<Raster.At> places = new HashSet<>();
    enter(one, places);
    enter(other, places);
    return places;
  }

  private static void enter(Layer layer, Set<Raster.At> places) {
    places.addAll(layer.raster().tiles().keySet());
  }
}
