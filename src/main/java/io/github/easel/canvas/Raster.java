package io.github.easel.canvas;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pixels without edges: what no tile holds is clear. Immutable; a changed raster shares all tiles
 * that were not touched with the one it came of.
 */
public final class Raster {

  /** Nothing painted. */
  public static final Raster CLEAR = new Raster(Map.of());

  private final Map<At, Tile> tiles;

  /**
   * A tile's place.
   *
   * @param column tiles from the origin to the right
   * @param row tiles from the origin downwards
   */
  public record At(int column, int row) {

    /** The pixels that the tile there holds. */
    public Area area() {
      return new Area(column * Tile.SIDE, row * Tile.SIDE, Tile.SIDE, Tile.SIDE);
    }
  }

  private Raster(Map<At, Tile> tiles) {
    this.tiles = tiles;
  }

  /** A raster of these tiles. */
  static Raster of(Map<At, Tile> tiles) {
    return tiles.isEmpty() ? CLEAR : new Raster(Map.copyOf(tiles));
  }

  Map<At, Tile> tiles() {
    return tiles;
  }

  /** Whether nothing was ever painted. */
  public boolean clear() {
    return tiles.isEmpty();
  }

  /** All tiles that hold something; what is visible may be less. */
  public Area extent() {
    return tiles.keySet().stream().map(At::area).reduce(Area.NONE, Area::or);
  }

  /** The least area that holds all pixels that are not clear. */
  public Area painted() {
    Area extent = extent();
    Area inner = extent.empty() ? extent : extent.grown(-Tile.SIDE);
    Area all = painted(Area.NONE, at -> !inner.holds(at.area()));
    // tiles inside count only where those at the rim hold less than they could
    return painted(all, at -> inner.holds(at.area()));
  }

  private Area painted(Area known, Predicate<At> which) {
    Area all = known;
    for (Map.Entry<At, Tile> entry : tiles.entrySet()) {
      Area tile = entry.getKey().area();
      if (which.test(entry.getKey()) && !all.holds(tile)) {
        all = all.or(entry.getValue().painted().moved(tile.x(), tile.y()));
      }
    }
    return all;
  }

  /** The pixels of an area, row by row, 0xAARRGGBB multiplied by their opacity. */
  public int[] pixels(Area area) {
    int[] pixels = new int[Math.multiplyExact(area.width(), area.height())];
    eachTile(
        area,
        at -> {
          Tile tile = tiles.get(at);
          if (tile != null) {
            Area shared = area.and(at.area());
            for (int y = shared.y(); y < shared.bottom(); y++) {
              tile.copyRow(
                  shared.x() - at.area().x(),
                  y - at.area().y(),
                  shared.width(),
                  pixels,
                  (y - area.y()) * area.width() + shared.x() - area.x());
            }
          }
        });
    return pixels;
  }

  /** The raster with other pixels in an area, row by row as {@link #pixels} gives them. */
  public Raster with(Area area, int[] pixels) {
    if (pixels.length != area.width() * area.height()) {
      throw new IllegalArgumentException(pixels.length + " pixels for " + area);
    }
    Map<At, Tile> changed = new HashMap<>(tiles);
    eachTile(area, at -> put(changed, at, area, pixels));
    return of(changed);
  }

  private void put(Map<At, Tile> changed, At at, Area area, int[] pixels) {
    @Nullable Tile old = tiles.get(at);
    int[] fresh = old == null ? new int[Tile.SIDE * Tile.SIDE] : old.copy();
    Area shared = area.and(at.area());
    for (int y = shared.y(); y < shared.bottom(); y++) {
      System.arraycopy(
          pixels,
          (y - area.y()) * area.width() + shared.x() - area.x(),
          fresh,
          (y - at.area().y()) * Tile.SIDE + shared.x() - at.area().x(),
          shared.width());
    }
    keep(changed, at, old, fresh);
  }

  /**
   * Puts pixels at a place: the old tile if they are the same, no tile if all of them are clear.
   */
  private static void keep(Map<At, Tile> changed, At at, @Nullable Tile old, int[] fresh) {
    if (clear(fresh)) {
      changed.remove(at);
    } else if (old == null || !Arrays.equals(old.pixels(), fresh)) {
      changed.put(at, Tile.owning(fresh));
    }
  }

  private static boolean clear(int[] pixels) {
    for (int pixel : pixels) {
      if (pixel != 0) {
        return false;
      }
    }
    return true;
  }

  /** The raster with ink on what is covered, inside the sheet's {@link Limits#BOUNDS}. */
  public Raster painted(Cover cover, Ink ink) {
    Map<At, Tile> changed = new HashMap<>(tiles);
    byte[] shares = new byte[Tile.SIDE * Tile.SIDE];
    eachTile(
        cover.area().and(Limits.BOUNDS),
        at -> {
          @Nullable Tile old = tiles.get(at);
          if (old == null && ink.erases()) {
            return;
          }
          Arrays.fill(shares, (byte) 0);
          cover.cover(at, shares);
          int[] fresh = old == null ? new int[shares.length] : old.copy();
          for (int i = 0; i < shares.length; i++) {
            if (shares[i] != 0) {
              fresh[i] = ink.on(fresh[i], shares[i] & 255);
            }
          }
          keep(changed, at, old, fresh);
        });
    return of(changed);
  }

  /** A copy of the pixels of a tile, all clear where there is none. */
  int[] tile(At at) {
    @Nullable Tile tile = tiles.get(at);
    return tile == null ? new int[Tile.SIDE * Tile.SIDE] : tile.copy();
  }

  /** The raster with whole tiles replaced, whose pixels it takes over. */
  Raster replaced(Map<At, int[]> pixels) {
    Map<At, Tile> changed = new HashMap<>(tiles);
    pixels.forEach((at, fresh) -> keep(changed, at, tiles.get(at), fresh));
    return of(changed);
  }

  /** Only the pixels inside an area. */
  public Raster within(Area area) {
    Map<At, Tile> kept = new HashMap<>();
    tiles.forEach(
        (at, tile) -> {
          Area shared = area.and(at.area());
          if (shared.equals(at.area())) {
            kept.put(at, tile);
          } else if (!shared.empty()) {
            int[] fresh = new int[Tile.SIDE * Tile.SIDE];
            for (int y = shared.y() - at.area().y(); y < shared.bottom() - at.area().y(); y++) {
              int x = shared.x() - at.area().x();
              tile.copyRow(x, y, shared.width(), fresh, y * Tile.SIDE + x);
            }
            keep(kept, at, null, fresh);
          }
        });
    return of(kept);
  }

  /** One pixel. */
  public int at(int x, int y) {
    @Nullable Tile tile = tiles.get(new At(tile(x), tile(y)));
    return tile == null ? 0 : tile.at(Math.floorMod(x, Tile.SIDE), Math.floorMod(y, Tile.SIDE));
  }

  /** The places of tiles that are not the same in both. */
  public Set<At> differences(Raster other) {
    if (this == other) {
      return Set.of();
    }
    Set<At> places = new HashSet<>(tiles.keySet());
    places.addAll(other.tiles.keySet());
    places.removeIf(at -> tiles.get(at) == other.tiles.get(at));
    return places;
  }

  /** Visits the places of all tiles that an area touches, row by row. */
  static void eachTile(Area area, Consumer<At> visitor) {
    if (area.empty()) {
      return;
    }
    for (int row = tile(area.y()); row <= tile(area.bottom() - 1); row++) {
      for (int column = tile(area.x()); column <= tile(area.right() - 1); column++) {
        visitor.accept(new At(column, row));
      }
    }
  }

  private static int tile(int pixel) {
    return Math.floorDiv(pixel, Tile.SIDE);
  }
}
