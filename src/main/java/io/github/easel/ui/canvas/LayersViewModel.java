package io.github.easel.ui.canvas;

import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Raster;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What can be done with layers. The mask lies over all others and stays. */
final class LayersViewModel {

  private final Sheet sheet;

  LayersViewModel(Sheet sheet) {
    this.sheet = sheet;
  }

  /** The layers of a canvas as a list shows them, the highest first. */
  static List<Layer> fromAbove(Canvas canvas) {
    List<Layer> layers = new ArrayList<>(canvas.layers());
    Collections.reverse(layers);
    return layers;
  }

  /** A new layer to paint on, over the active one. */
  void add(String name) {
    Layer layer = new Layer(newId(), name, Layer.Kind.PAINT, true, 1, Raster.CLEAR);
    sheet.commit(canvas -> with(canvas, layer));
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  /** The canvas with a layer over its active one, which is active from then on. */
  static Canvas with(Canvas canvas, Layer layer) {
    List<Layer> layers = new ArrayList<>(canvas.layers());
    int at = Math.min(index(canvas, canvas.active()) + 1, layers.size() - 1);
    layers.add(at, layer);
    return canvas.layered(layers, layer.id());
  }

  /** The canvas with a layer over all others but the mask; what is painted on stays. */
  static Canvas onTop(Canvas canvas, Layer layer) {
    List<Layer> layers = new ArrayList<>(canvas.layers());
    layers.add(layers.size() - 1, layer);
    return canvas.layered(layers, canvas.active());
  }

  private static int index(Canvas canvas, String id) {
    return IntStream.range(0, canvas.layers().size())
        .filter(i -> canvas.layers().get(i).id().equals(id))
        .findFirst()
        .orElse(0);
  }

  /** How many layers of the kind there are, so that a new one's name can count on. */
  int count(Layer.Kind kind) {
    return (int) sheet.settled().layers().stream().filter(layer -> layer.kind() == kind).count();
  }

  /** Takes the active layer away; of the mask, what is masked. */
  void delete() {
    sheet.commit(LayersViewModel::deleted);
  }

  private static Canvas deleted(Canvas canvas) {
    if (canvas.active().equals(Canvas.MASK)) {
      return canvas.with(canvas.mask().with(Raster.CLEAR));
    }
    List<Layer> layers = new ArrayList<>(canvas.layers());
    int at = index(canvas, canvas.active());
    layers.remove(at);
    String next = layers.get(Math.max(0, at - 1)).id();
    return canvas.layered(layers, next);
  }

  /** Whether the active layer can go so many places up, or down below 0. */
  static boolean moves(Canvas canvas, int up) {
    int to = index(canvas, canvas.active()) + up;
    return !canvas.active().equals(Canvas.MASK) && to >= 0 && to < canvas.layers().size() - 1;
  }

  /** Moves the active layer so many places up, or down below 0. */
  void move(int up) {
    sheet.commit(canvas -> moves(canvas, up) ? moved(canvas, up) : canvas);
  }

  private static Canvas moved(Canvas canvas, int up) {
    List<Layer> layers = new ArrayList<>(canvas.layers());
    int at = index(canvas, canvas.active());
    Layer layer = layers.remove(at);
    layers.add(at + up, layer);
    return canvas.layered(layers, canvas.active());
  }

  /** From now on this one is painted on. */
  void choose(String id) {
    if (!sheet.settled().active().equals(id)) {
      sheet.amend(canvas -> holds(canvas, id) ? canvas.painting(id) : canvas);
    }
  }

  /** What waited for a worker may have come too late for its layer. */
  private static boolean holds(Canvas canvas, String id) {
    return canvas.layers().stream().anyMatch(layer -> layer.id().equals(id));
  }

  /** From a layer to the mask, and back to the highest layer under it. */
  void toggleMask() {
    Canvas canvas = sheet.settled();
    List<Layer> layers = canvas.layers();
    if (!canvas.active().equals(Canvas.MASK)) {
      choose(Canvas.MASK);
    } else if (layers.size() > 1) {
      choose(layers.get(layers.size() - 2).id());
    }
  }

  void see(String id, boolean seen) {
    change(id, layer -> layer.seen(seen));
  }

  void rename(String id, String name) {
    if (!name.isBlank() && !sheet.settled().layer(id).name().equals(name.strip())) {
      change(id, layer -> layer.named(name.strip()));
    }
  }

  private void change(String id, UnaryOperator<Layer> change) {
    sheet.commit(
        canvas -> holds(canvas, id) ? canvas.with(change.apply(canvas.layer(id))) : canvas);
  }

  /**
   * Lets the active layer shine through.
   *
   * @param holds whether this is what was wanted, and not a place on the way there
   */
  void shine(double opacity, boolean holds) {
    Canvas canvas = sheet.settled();
    if (!holds) {
      sheet.preview(canvas.with(canvas.layer(canvas.active()).shining(opacity)));
    } else if (canvas.layer(canvas.active()).opacity() != opacity) {
      change(canvas.active(), layer -> layer.shining(opacity));
    } else {
      sheet.back();
    }
  }
}
