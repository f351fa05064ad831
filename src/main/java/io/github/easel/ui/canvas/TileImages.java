package io.github.easel.ui.canvas;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Raster;
import io.github.easel.canvas.Raster.At;
import io.github.easel.ui.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * The canvas's tiles as images for the screen. Only tiles that differ from those before are made
 * anew: a few at once, so that a stroke is seen in the frame in which it is drawn, and many on a
 * worker, while the old ones go on being shown. All of it belongs to the window's thread.
 */
final class TileImages {

  /** So many tiles are made within a frame: a stroke touches no more of them. */
  private static final int AT_ONCE = 12;

  /** So many are made by a worker before they are shown. */
  private static final int BATCH = 16;

  /** So many are kept while they are out of sight: 128 MB. */
  private static final int MOST_KEPT = 512;

  private final Workers workers;
  private final Runnable onChange;
  private final Map<At, Image> images = new HashMap<>();
  private final Set<At> stale = new HashSet<>();
  private @Nullable Canvas canvas;
  private Veil veil = Veil.USUAL;
  private int level;
  private boolean busy;

  /** What was made of one tile. */
  private record Made(At at, Image image) {}

  /**
   * @param onChange is told when there is something new to see
   */
  TileImages(Workers workers, Runnable onChange) {
    this.workers = workers;
    this.onChange = onChange;
  }

  /**
   * The canvas to be shown from now on.
   *
   * @param shade how the mask is shown
   * @param halvings how often tiles are halved before they are drawn, 0 to 5
   */
  void show(Canvas now, Veil shade, int halvings) {
    Canvas before = canvas;
    if (before == null || !shade.equals(veil) || halvings != level || !alike(before, now)) {
      stale.addAll(images.keySet());
      for (Layer layer : now.layers()) {
        stale.addAll(layer.raster().differences(Raster.CLEAR));
      }
    } else {
      for (int i = 0; i < now.layers().size(); i++) {
        stale.addAll(before.layers().get(i).raster().differences(now.layers().get(i).raster()));
      }
    }
    canvas = now;
    veil = shade;
    level = halvings;
  }

  /** Whether both have the same layers, seen alike. */
  private static boolean alike(Canvas one, Canvas other) {
    if (one.layers().size() != other.layers().size()) {
      return false;
    }
    for (int i = 0; i < one.layers().size(); i++) {
      Layer a = one.layers().get(i);
      Layer b = other.layers().get(i);
      if (!a.id().equals(b.id()) || a.visible() != b.visible() || a.opacity() != b.opacity()) {
        return false;
      }
    }
    return true;
  }

  /** Brings what is seen of an area up to date, at once or soon. */
  void develop(Area seen) {
    Canvas now = canvas;
    if (now == null || busy) {
      return;
    }
    List<At> wanted = stale.stream().filter(at -> !at.area().and(seen).empty()).toList();
    if (wanted.isEmpty()) {
      trim(seen);
    } else if (wanted.size() <= AT_ONCE) {
      wanted.forEach(at -> put(new Made(at, TileLook.image(now, at, veil, level))));
    } else {
      busy = true;
      List<At> batch = List.copyOf(wanted.subList(0, Math.min(BATCH, wanted.size())));
      batch.forEach(stale::remove); // those that change meanwhile become stale again
      Veil shade = veil;
      int halvings = level;
      workers.aside().execute(() -> make(now, batch, shade, halvings));
    }
  }

  private void make(Canvas now, List<At> batch, Veil shade, int halvings) {
    List<Made> made = new ArrayList<>();
    try {
      for (At at : batch) {
        made.add(new Made(at, TileLook.image(now, at, shade, halvings)));
      }
    } finally {
      workers.window().execute(() -> take(made, halvings));
    }
  }

  private void take(List<Made> made, int halvings) {
    busy = false;
    for (Made one : made) {
      images.put(one.at(), one.image());
      if (halvings != level) {
        stale.add(one.at());
      }
    }
    onChange.run();
  }

  private void put(Made made) {
    images.put(made.at(), made.image());
    stale.remove(made.at());
  }

  private void trim(Area seen) {
    if (images.size() > MOST_KEPT) {
      images
          .keySet()
          .removeIf(
              at -> {
                boolean away = at.area().and(seen).empty();
                if (away) {
                  stale.add(at);
                }
                return away;
              });
    }
  }

  /** Whether all that was asked for is there. */
  boolean settled(Area seen) {
    return !busy && stale.stream().allMatch(at -> at.area().and(seen).empty());
  }

  /** The images there are, by their places. */
  Map<At, Image> images() {
    return images;
  }
}
