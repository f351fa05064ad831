package io.github.easel.canvas;

import java.util.List;
import java.util.UUID;

/**
 * The canvas at one moment. Immutable, and cheap to keep: states share the tiles in which they
 * agree, which is what undo is made of.
 *
 * @param id the same for all states of one canvas; another one begins with a new sheet
 * @param layers from the lowest to the highest; the last is the mask
 * @param active the id of the layer that is painted on
 * @param frame what is generated
 */
public record Canvas(String id, List<Layer> layers, String active, Area frame) {

  /** The mask's id. */
  public static final String MASK = "mask";

  /** The id of the first canvas, and of those that were kept before canvases had ids. */
  public static final String FIRST = "canvas";

  public Canvas {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a canvas needs an id");
    }
    layers = List.copyOf(layers);
    if (layers.isEmpty() || layers.get(layers.size() - 1).kind() != Layer.Kind.MASK) {
      throw new IllegalArgumentException("a canvas ends with its mask");
    }
    if (layers.stream().map(Layer::id).distinct().count() != layers.size()) {
      throw new IllegalArgumentException("two layers of one id");
    }
    if (layers.stream().noneMatch(layer -> layer.id().equals(active))) {
      throw new IllegalArgumentException("no layer " + active);
    }
    if (frame.empty()) {
      throw new IllegalArgumentException("a frame needs pixels");
    }
  }

  /** A state of the first canvas. */
  public Canvas(List<Layer> layers, String active, Area frame) {
    this(FIRST, layers, active, frame);
  }

  /** Another canvas that begins as this one looks. */
  public Canvas anew() {
    return new Canvas(UUID.randomUUID().toString(), layers, active, frame);
  }

  /**
   * The canvas with other layers.
   *
   * @param painted the id of that which is painted on
   */
  public Canvas layered(List<Layer> other, String painted) {
    return new Canvas(id, other, painted, frame);
  }

  /** A canvas with nothing on it but a mask, whose words the caller gives. */
  public static Canvas empty(String maskName, Area frame) {
    return new Canvas(
        List.of(new Layer(MASK, maskName, Layer.Kind.MASK, true, 1, Raster.CLEAR)), MASK, frame);
  }

  /** The layer of an id. */
  public Layer layer(String name) {
    return layers.stream()
        .filter(layer -> layer.id().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no layer " + name));
  }

  /** The mask. */
  public Layer mask() {
    return layers.get(layers.size() - 1);
  }

  /** The canvas with a layer in the place of that of the same id. */
  public Canvas with(Layer changed) {
    layer(changed.id());
    return layered(
        layers.stream().map(layer -> layer.id().equals(changed.id()) ? changed : layer).toList(),
        active);
  }

  /** The canvas with another layer to paint on. */
  public Canvas painting(String layer) {
    return layered(layers, layer);
  }

  /** The canvas with another frame. */
  public Canvas framed(Area other) {
    return new Canvas(id, layers, active, other);
  }

  /** All tiles of pictures and paint that hold something. */
  public Area extent() {
    return layers.stream()
        .filter(layer -> layer.kind() != Layer.Kind.MASK)
        .map(layer -> layer.raster().extent())
        .reduce(Area.NONE, Area::or);
  }
}
