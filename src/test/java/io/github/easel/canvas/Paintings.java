package io.github.easel.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Canvases to try things on. */
final class Paintings {

  private Paintings() {}

  /** A canvas of one layer to paint on and a mask, all clear. */
  static Canvas blank() {
    Layer paint = new Layer("paint", "Paint", Layer.Kind.PAINT, true, 1, Raster.CLEAR);
    Layer mask = new Layer(Canvas.MASK, "Mask", Layer.Kind.MASK, true, 1, Raster.CLEAR);
    return new Canvas(List.of(paint, mask), "paint", new Area(0, 0, 512, 512));
  }

  /** The canvas after a step of those that a seed decides: a stroke, a mask, a layer, a frame. */
  static Canvas step(Canvas canvas, long seed) {
    Random random = new Random(seed);
    switch (random.nextInt(6)) {
      case 0:
        return canvas.framed(
            new Area(random.nextInt(800) - 400, random.nextInt(800) - 400, 256, 512));
      case 1:
        Layer mask = canvas.mask();
        return canvas.with(mask.with(mask.raster().painted(ellipse(random), Ink.MASK)));
      case 2:
        return canvas.layers().size() > 5 ? canvas : added(canvas, seed);
      case 3:
        Layer one = canvas.layers().get(0);
        return canvas.with(one.shining(random.nextInt(5) / 4.0).seen(random.nextBoolean()));
      default:
        Layer layer = canvas.layers().get(random.nextInt(canvas.layers().size() - 1));
        return canvas.with(layer.with(stroke(layer.raster(), random)));
    }
  }

  private static Cover ellipse(Random random) {
    int x = random.nextInt(1000) - 500;
    int y = random.nextInt(1000) - 500;
    return Shapes.ellipse(x, y, x + 10 + random.nextInt(200), y + 10 + random.nextInt(200));
  }

  private static Canvas added(Canvas canvas, long seed) {
    List<Layer> layers = new ArrayList<>(canvas.layers());
    layers.add(0, new Layer("l" + seed, "ფენა", Layer.Kind.PICTURE, true, 0.5, Raster.CLEAR));
    return new Canvas(layers, "l" + seed, canvas.frame());
  }

  static Raster stroke(Raster raster, Random random) {
    Ink ink = random.nextInt(4) == 0 ? Ink.ERASER : Ink.of(random.nextInt());
    Brush brush =
        new Brush(
            1 + random.nextInt(60),
            random.nextDouble(),
            random.nextDouble(),
            1 - 0.9 * random.nextDouble(),
            ink);
    Stroke stroke = Stroke.begin(raster, brush);
    for (int i = 0; i < 5; i++) {
      stroke.to(random.nextInt(900) - 400, random.nextInt(900) - 400, random.nextDouble());
    }
    return stroke.end();
  }

  /** Whether both are the same, pixel by pixel. */
  static boolean same(Canvas one, Canvas other) {
    if (one.layers().size() != other.layers().size()
        || !one.frame().equals(other.frame())
        || !one.active().equals(other.active())) {
      return false;
    }
    for (int i = 0; i < one.layers().size(); i++) {
      Layer layer = one.layers().get(i);
      Layer partner = other.layers().get(i);
      if (!layer.with(Raster.CLEAR).equals(partner.with(Raster.CLEAR))
          || !same(layer.raster(), partner.raster())) {
        return false;
      }
    }
    return true;
  }

  static boolean same(Raster one, Raster other) {
    return one.tiles().keySet().equals(other.tiles().keySet())
        && one.differences(other).stream()
            .allMatch(
                at ->
                    java.util.Arrays.equals(
                        one.tiles().get(at).pixels(), other.tiles().get(at).pixels()));
  }

  /** Whether both hold the same states and stand at the same one. */
  static boolean same(History one, History other) {
    if (one.states().size() != other.states().size() || one.now() != other.now()) {
      return false;
    }
    for (int i = 0; i < one.states().size(); i++) {
      if (!same(one.states().get(i), other.states().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A history of so many steps that a seed decides, some of them undone. */
  static History history(int steps, long seed) {
    History history = History.of(blank());
    for (int i = 0; i < steps; i++) {
      history = history.push(step(history.present(), seed + i));
    }
    for (int i = 0; i < (int) Math.floorMod(seed, 3); i++) {
      history = history.undo();
    }
    return history;
  }
}
