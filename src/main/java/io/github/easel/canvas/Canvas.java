package io.github.easel.canvas;

import java.util.List;

/**
 * The canvas at one moment. Immutable, and cheap to keep: states share the tiles in which they
 * agree, which is what undo is made of.
 *
 * @param layers from the lowest to the highest; the last is the mask
 * @param active the id of the layer that is painted on
 * @param frame what is generated
 */
public record Canvas(List<Layer> layers, String active, Area frame) {

  /** The mask's id. */
  public static final String MASK = "mask";

  public Canvas {
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

  /** A canvas with nothing on it but a mask, whose words the caller gives. */
  public static Canvas empty(String maskName, Area frame) {
    return new Canvas(
        List.of(new Layer(MASK, maskName, Layer.Kind.MASK, true, 1, Raster.CLEAR)), MASK, frame);
  }

  /** The layer of an id. */
  public Layer layer(String id) {
    return layers.stream()
        .filter(layer -> layer.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no layer " + id));
  }

  /** The mask. */
  public Layer mask() {
    return layers.get(layers.size() - 1);
  }

  /** The canvas with a layer in the place of that of the same id. */
  public Canvas with(Layer changed) {
    layer(changed.id());
    return new Canvas(
        layers.stream().map(layer -> layer.id().equals(changed.id()) ? changed : layer).toList(),
        active,
        frame);
  }

  /** The canvas with another layer to paint on. */
  public Canvas painting(String id) {
    return new Canvas(layers, id, frame);
  }

  /** The canvas with another frame. */
  public Canvas framed(Area other) {
    return new Canvas(layers, active, other);
  }

  /** All tiles of pictures and paint that hold something. */
  public Area extent() {
    return layers.stream()
        .filter(layer -> layer.kind() != Layer.Kind.MASK)
        .map(layer -> layer.raster().extent())
        .reduce(Area.NONE, Area::or);
  }
}
