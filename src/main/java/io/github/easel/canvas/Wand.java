package io.github.easel.canvas;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes the pixels that are connected with one by their sides and look like it. It goes from tile
 * to tile, so that only one is composited at a time.
 */
public final class Wand {

  private static final int SIDE = Tile.SIDE;

  private final Canvas canvas;
  private final Area bounds;
  private final int tolerance;
  private final int colour;
  private final Map<Raster.At, BitSet> taken = new HashMap<>();

  /** The pixels of tiles by which the next pixels are entered. */
  private final Map<Raster.At, BitSet> doors = new HashMap<>();

  private final Deque<Raster.At> waiting = new ArrayDeque<>();
  private final int[] pixels = new int[SIDE * SIDE];
  private final int[] stack = new int[SIDE * SIDE];

  private Wand(Canvas canvas, Area bounds, int tolerance, int colour) {
    this.canvas = canvas;
    this.bounds = bounds;
    this.tolerance = tolerance;
    this.colour = colour;
  }

  /**
   * What is connected with a pixel, on all visible layers together.
   *
   * @param tolerance the most that any channel may differ from the pixel's, 0 to 255; colours count
   *     multiplied by their opacity
   * @param bounds nothing outside is taken, for example the extent and the frame
   */
  public static Cover at(Canvas canvas, int x, int y, int tolerance, Area bounds) {
    Area sheet = bounds.and(Limits.BOUNDS);
    if (!sheet.holds(new Area(x, y, 1, 1))) {
      return new Selection(Map.of(), Area.NONE);
    }
    Area one = new Area(x, y, 1, 1);
    Wand wand = new Wand(canvas, sheet, tolerance, Compositor.pixels(canvas, one)[0]);
    wand.enter(x, y);
    while (!wand.waiting.isEmpty()) {
      wand.spread(wand.waiting.remove());
    }
    return new Selection(wand.taken, sheet);
  }

  /** Lets what is taken be entered from a neighbour. */
  private void enter(int x, int y) {
    if (x < bounds.x() || y < bounds.y() || x >= bounds.right() || y >= bounds.bottom()) {
      return;
    }
    Raster.At at = new Raster.At(Math.floorDiv(x, SIDE), Math.floorDiv(y, SIDE));
    int index = Math.floorMod(y, SIDE) * SIDE + Math.floorMod(x, SIDE);
    BitSet known = taken.get(at);
    if (known != null && known.get(index)) {
      return;
    }
    BitSet open = doors.get(at);
    if (open == null) {
      open = new BitSet(SIDE * SIDE);
      doors.put(at, open);
      waiting.add(at);
    }
    open.set(index);
  }

  private void spread(Raster.At at) {
    BitSet open = doors.remove(at);
    if (open == null) {
      return;
    }
    Compositor.tile(canvas, at, pixels);
    BitSet mine = taken.computeIfAbsent(at, key -> new BitSet(SIDE * SIDE));
    for (int door = open.nextSetBit(0); door >= 0; door = open.nextSetBit(door + 1)) {
      if (!mine.get(door) && alike(door)) {
        flood(at, door, mine);
      }
    }
    if (mine.isEmpty()) {
      taken.remove(at);
    }
  }

  private boolean alike(int index) {
    return Pixels.distance(pixels[index], colour) <= tolerance;
  }

  /** Every pixel is put on the stack once at most: it is marked as it is put there. */
  private void flood(Raster.At at, int door, BitSet mine) {
    Area tile = at.area();
    Area part = tile.and(bounds);
    int depth = 0;
    mine.set(door);
    stack[depth++] = door;
    while (depth > 0) {
      int index = stack[--depth];
      int x = tile.x() + index % SIDE;
      int y = tile.y() + index / SIDE;
      for (int side = 0; side < 4; side++) {
        int nextX = x + (side == 0 ? 1 : side == 1 ? -1 : 0);
        int nextY = y + (side == 2 ? 1 : side == 3 ? -1 : 0);
        if (nextX < part.x()
            || nextY < part.y()
            || nextX >= part.right()
            || nextY >= part.bottom()) {
          enter(nextX, nextY);
          continue;
        }
        int next = (nextY - tile.y()) * SIDE + nextX - tile.x();
        if (!mine.get(next) && alike(next)) {
          mine.set(next);
          stack[depth++] = next;
        }
      }
    }
  }
}
