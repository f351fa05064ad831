package io.github.easel.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
    for (int pixel : fresh) {
      if (pixel != 0) {
        changed.put(at, Tile.owning(fresh));
        return;
      }
    }
    changed.remove(at);
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
