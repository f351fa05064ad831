package io.github.easel.canvas;

import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.Resizing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was generated in a frame comes back to the canvas. */
public final class Results {

  private Results() {}

  /**
   * A result as pixels of a layer, where it differs from what was there.
   *
   * @param result of any size; it is stretched to the frame
   * @param mask where something was painted anew, of the frame's size; nothing if it was everywhere
   * @param shape what became of the mask
   */
  public static Raster placed(PixelImage result, Area frame, Optional<Mask> mask, MaskShape shape) {
    PixelImage fitting =
        result.width() == frame.width() && result.height() == frame.height()
            ? result
            : Resizing.stretched(result, frame.width(), frame.height());
    return mask.isEmpty()
        ? Pictures.placed(fitting, frame.x(), frame.y())
        : Pictures.placed(fitting, reach(mask.get(), frame, shape), frame.x(), frame.y());
  }

  /**
   * All that the mask's soft edge reaches, wholly: the edge was blended already when the result was
   * made, and would be blended twice otherwise.
   */
  private static Mask reach(Mask mask, Area frame, MaskShape shape) {
    Raster raster = Masks.placed(Raster.CLEAR, mask, frame.x(), frame.y());
    if (shape.inverted()) {
      raster = Masks.inverted(raster, frame);
    }
    if (shape.grow() != 0) {
      raster = Masks.grown(raster, shape.grow());
    }
    if (shape.blur() > 0) {
      raster = Masks.grown(raster, (int) Math.ceil(3 * shape.blur()));
    }
    byte[] values = Masks.of(raster, frame).values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (values[i] == 0 ? 0 : 255);
    }
    return Mask.of(frame.width(), frame.height(), values);
  }

  /**
   * The canvas with a result taken over: it is painted on the highest picture that is seen, and
   * what lay over that there goes, so that the result is what is seen. Without a picture it becomes
   * one, under everything that was painted.
   *
   * @param id of the new layer, if there is one
   * @param name likewise
   */
  public static Canvas accepted(Canvas canvas, Raster result, String id, String name) {
    List<Layer> layers = new ArrayList<>(canvas.layers());
    int at = highestPicture(layers);
    if (at < 0) {
      layers.add(0, new Layer(id, name, Layer.Kind.PICTURE, true, 1, Raster.CLEAR));
      at = 0;
    }
    layers.set(at, layers.get(at).with(laid(layers.get(at).raster(), result)));
    for (int i = at + 1; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      if (layer.kind() != Layer.Kind.MASK && layer.visible()) {
        layers.set(i, layer.with(cut(layer.raster(), result)));
      }
    }
    return canvas.layered(layers, canvas.active());
  }

  private static int highestPicture(List<Layer> layers) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      Layer layer = layers.get(i);
      if (layer.kind() == Layer.Kind.PICTURE && layer.visible() && layer.opacity() == 1) {
        return i;
      }
    }
    return -1;
  }

  private static Raster laid(Raster below, Raster above) {
    Raster laid = below;
    for (Raster.At at : above.tiles().keySet()) {
      int[] upper = above.pixels(at.area());
      int[] lower = below.pixels(at.area());
      for (int i = 0; i < upper.length; i++) {
        lower[i] = Pixels.over(upper[i], lower[i]);
      }
      laid = laid.with(at.area(), lower);
    }
    return laid;
  }

  /** The pixels without those that a result covers. */
  private static Raster cut(Raster raster, Raster result) {
    Raster rest = raster;
    for (Raster.At at : result.tiles().keySet()) {
      if (raster.tiles().containsKey(at)) {
        int[] upper = result.pixels(at.area());
        int[] pixels = raster.pixels(at.area());
        for (int i = 0; i < pixels.length; i++) {
          pixels[i] = Pixels.faded(pixels[i], 255 - (upper[i] >>> 24));
        }
        rest = rest.with(at.area(), pixels);
      }
    }
    return rest;
  }
}
