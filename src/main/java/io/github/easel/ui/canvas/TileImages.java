package io.github.easel.ui.canvas;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Compositor;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Raster;
import io.github.easel.canvas.Raster.At;
import io.github.easel.ui.Workers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The canvas's tiles as images for the screen. Only tiles that differ from those before are made
 * anew: a few at once, so that a stroke is seen in the frame in which it is drawn, and many on a
 * worker, while the old ones go on being shown. All of it belongs to the window's thread.
 */
final class TileImages {

  private static final Logger LOG = LoggerFactory.getLogger(TileImages.class);

  /** So many tiles are made within a frame: a stroke touches no more of them. */
  private static final int AT_ONCE = 12;

  /** So many are made by a worker before they are shown. */
  private static final int BATCH = 16;

  /** So many are kept while they are out of sight: 128 MB. */
  private static final int MOST_KEPT = 512;

  private final Workers workers;
  private final Runnable onChange;
  private final Map<At, TileImage> images = new HashMap<>();

  /** What of a tile is not as it should be seen; all of it where there is no image. */
  private final Map<At, Area> stale = new HashMap<>();

  /** Those that were drawn since somebody asked. */
  private final Set<At> fresh = new HashSet<>();

  private @Nullable Canvas canvas;
  private Veil veil = Veil.USUAL;
  private int level;
  private boolean busy;

  /** What the worker is at. */
  private Set<At> underWay = Set.of();

  /** Tiles that could not be drawn; they are tried again with the next canvas. */
  private final Set<At> failed = new HashSet<>();

  private final Look look;

  /** What one tile looks like. */
  interface Look {

    /** As {@link TileLook#image(Canvas, At, Veil, int)}. */
    TileImage image(Canvas canvas, At at, Veil veil, int halvings);
  }

  /** What was made of one tile; nothing if it could not be. */
  private record Made(At at, Optional<TileImage> image) {}

  /**
   * @param onChange is told when there is something new to see
   */
  TileImages(Workers workers, Runnable onChange) {
    this(workers, onChange, TileLook::image);
  }

  TileImages(Workers workers, Runnable onChange, Look look) {
    this.workers = workers;
    this.onChange = onChange;
    this.look = look;
  }

  /**
   * The canvas to be shown from now on.
   *
   * @param shade how the mask is shown
   * @param halvings how often tiles are halved before they are drawn, 0 to 5
   */
  void show(Canvas now, Veil shade, int halvings) {
    Canvas before = canvas;
    if (before == null || !shade.equals(veil) || halvings != level) {
      images.keySet().forEach(this::whole);
      underWay.forEach(this::whole);
      now.layers().forEach(layer -> layer.raster().differences(Raster.CLEAR).forEach(this::whole));
    } else if (!now.equals(before)) {
      Set<At> changed = Compositor.changes(before, now);
      changed.addAll(veiled(before.mask(), now.mask()));
      changed.forEach(at -> stale.merge(at, Compositor.change(before, now, at), Area::or));
      failed.forEach(this::whole);
      failed.clear();
    }
    canvas = now;
    veil = shade;
    level = halvings;
  }

  private void whole(At at) {
    stale.put(at, at.area());
  }

  /** Where the mask looks different. */
  private static Set<At> veiled(Layer before, Layer now) {
    if (before.visible() == now.visible() && before.opacity() == now.opacity()) {
      return before.raster().differences(now.raster());
    }
    Set<At> places = new HashSet<>(before.raster().differences(Raster.CLEAR));
    places.addAll(now.raster().differences(Raster.CLEAR));
    return places;
  }

  /** Brings what is seen of an area up to date, at once or soon. */
  void develop(Area seen) {
    Canvas now = canvas;
    if (now == null) {
      return;
    }
    List<At> wanted = stale.keySet().stream().filter(at -> !at.area().and(seen).empty()).toList();
    // what somebody paints is seen in its frame, whatever else is under way
    List<At> painted = wanted.stream().filter(this::inPart).limit(AT_ONCE).toList();
    painted.forEach(at -> update(now, at));
    List<At> rest = wanted.stream().filter(at -> !painted.contains(at)).toList();
    if (busy) {
      return;
    }
    if (wanted.isEmpty()) {
      trim(seen);
    } else if (wanted.size() <= AT_ONCE) {
      rest.forEach(at -> put(made(now, at, veil, level)));
    } else if (!rest.isEmpty()) {
      busy = true;
      List<At> batch = List.copyOf(rest.subList(0, Math.min(BATCH, rest.size())));
      batch.forEach(stale::remove); // those that change meanwhile become stale again
      underWay = Set.copyOf(batch);
      Veil shade = veil;
      int halvings = level;
      workers.tiles().execute(() -> make(now, batch, shade, halvings));
    }
  }

  private boolean inPart(At at) {
    return images.containsKey(at) && !underWay.contains(at) && !at.area().equals(stale.get(at));
  }

  private void update(Canvas now, At at) {
    Area changed = stale.remove(at);
    TileImage image = images.get(at);
    if (changed == null || image == null || changed.empty()) {
      return;
    }
    try {
      image.update(now, at, changed, veil);
      fresh.add(at);
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.warn("The tile at {}, {} cannot be drawn", at.column(), at.row(), e);
      failed.add(at);
    }
  }

  private void make(Canvas now, List<At> batch, Veil shade, int halvings) {
    List<Made> made = batch.stream().map(at -> made(now, at, shade, halvings)).toList();
    workers.window().execute(() -> take(made, halvings));
  }

  private Made made(Canvas now, At at, Veil shade, int halvings) {
    try {
      return new Made(at, Optional.of(look.image(now, at, shade, halvings)));
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.warn("The tile at {}, {} cannot be drawn", at.column(), at.row(), e);
      return new Made(at, Optional.empty());
    }
  }

  private void take(List<Made> made, int halvings) {
    busy = false;
    underWay = Set.of();
    for (Made one : made) {
      boolean changed = stale.containsKey(one.at());
      put(one);
      if (changed || halvings != level) {
        whole(one.at());
      }
    }
    onChange.run();
  }

  private void put(Made made) {
    stale.remove(made.at());
    if (made.image().isPresent()) {
      images.put(made.at(), made.image().get());
      fresh.add(made.at());
    } else {
      failed.add(made.at());
    }
  }

  private void trim(Area seen) {
    if (images.size() > MOST_KEPT) {
      images
          .keySet()
          .removeIf(
              at -> {
                boolean away = at.area().and(seen).empty();
                if (away) {
                  whole(at);
                }
                return away;
              });
    }
  }

  /** Whether all that was asked for is there. */
  boolean settled(Area seen) {
    return !busy && stale.keySet().stream().allMatch(at -> at.area().and(seen).empty());
  }

  /** The images there are, by their places. */
  Map<At, TileImage> images() {
    return images;
  }

  /** Those that were drawn since the last time that this was asked. */
  Set<At> fresh() {
    Set<At> drawn = Set.copyOf(fresh);
    fresh.clear();
    return drawn;
  }
}
