package io.github.easel.canvas;

import io.github.easel.generation.GenerationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Moves a layer's pixels. */
public final class Moving {

  private Moving() {}

  /**
   * The pixels somewhere else.
   *
   * @param right pixels, to the left below 0
   * @param down pixels, upwards below 0
   * @throws GenerationException {@code CANVAS_TOO_LARGE} if they would leave the sheet
   */
  public static Raster moved(Raster raster, int right, int down) {
    if (right == 0 && down == 0 || raster.clear()) {
      return raster;
    }
    Limits.check(raster.painted().moved(right, down));
    if (Math.floorMod(right, Tile.SIDE) == 0 && Math.floorMod(down, Tile.SIDE) == 0) {
      Map<Raster.At, Tile> tiles = new HashMap<>();
      raster
          .tiles()
          .forEach(
              (at, tile) ->
                  tiles.put(
                      new Raster.At(at.column() + right / Tile.SIDE, at.row() + down / Tile.SIDE),
                      tile));
      return Raster.of(tiles);
    }
    Set<Raster.At> places = new HashSet<>();
    raster
        .tiles()
        .keySet()
        .forEach(at -> Raster.eachTile(at.area().moved(right, down), places::add));
    Map<Raster.At, int[]> pixels = new HashMap<>();
    places.forEach(at -> pixels.put(at, raster.pixels(at.area().moved(-right, -down))));
    return Raster.CLEAR.replaced(pixels);
  }
}
