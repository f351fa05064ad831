package io.github.easel.canvas;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Lets go of pixels of states that are many steps from the present, once they are on the disk. */
final class Resting {

  /** Tiles of other states than the present that stay in memory: 256 MiB. */
  static final int MOST_AWAKE = 1024;

  private Resting() {}

  /**
   * As {@link #letFarStatesRest(History, int)}, as long as nobody has a newer history: its present
   * may be a state that is far from this one's.
   *
   * @param newest is asked again and again
   */
  static void letFarStatesRest(History history, BooleanSupplier newest) {
    letFarStatesRest(history, MOST_AWAKE, newest);
  }

  /**
   * Keeps the tiles of the present, and of the states nearest to it as many as that.
   *
   * @param most tiles that only other states hold
   */
  static void letFarStatesRest(History history, int most) {
    letFarStatesRest(history, most, () -> true);
  }

  static void letFarStatesRest(History history, int most, BooleanSupplier newest) {
    List<Canvas> states = history.states();
    Set<Tile> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Raster> rasters = Collections.newSetFromMap(new IdentityHashMap<>());
    int now = history.now();
    for (Layer layer : states.get(now).layers()) {
      rasters.add(layer.raster());
      seen.addAll(layer.raster().tiles().values());
    }
    int awake = 0;
    for (int step = 1; step < states.size() && newest.getAsBoolean(); step++) {
      for (int index : new int[] {now - step, now + step}) {
        if (index < 0 || index >= states.size()) {
          continue;
        }
        for (Layer layer : states.get(index).layers()) {
          if (rasters.add(layer.raster())) {
            for (Tile tile : layer.raster().tiles().values()) {
              if (seen.add(tile) && tile.awake() && ++awake > most) {
                tile.rest();
              }
            }
          }
        }
      }
    }
  }
}
