package io.github.easel.bench;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Brush;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.CanvasStore;
import io.github.easel.canvas.Compositor;
import io.github.easel.canvas.FrameContent;
import io.github.easel.canvas.FrameCut;
import io.github.easel.canvas.History;
import io.github.easel.canvas.Ink;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Masks;
import io.github.easel.canvas.Raster;
import io.github.easel.canvas.Shapes;
import io.github.easel.canvas.Stroke;
import io.github.easel.canvas.Wand;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long painting takes on a full canvas of 4096 x 4096 pixels. A segment is the way between two
 * events of a pen, 16 pixels: stamps, blending, and the tiles that the window shows anew.
 */
class CanvasBenchmark {

  private static final Logger LOG = LoggerFactory.getLogger(CanvasBenchmark.class);
  private static final int SIDE = 4096;

  @TempDir private Path folder;

  private static Raster full() {
    Area area = new Area(0, 0, SIDE, SIDE);
    int[] pixels = new Random(1).ints(SIDE * SIDE).map(pixel -> pixel | 0xFF000000).toArray();
    return Raster.CLEAR.with(area, pixels);
  }

  private static Canvas canvas(Raster raster) {
    return new Canvas(
        List.of(
            new Layer("paint", "Paint", Layer.Kind.PAINT, true, 1, raster),
            new Layer(Canvas.MASK, "Mask", Layer.Kind.MASK, true, 1, Raster.CLEAR)),
        "paint",
        new Area(1000, 1000, 1024, 1024));
  }

  /** Logs the median and the slowest of so many runs, the first fifth left out. */
  private static void time(String what, int runs, IntConsumer task) {
    double[] millis = new double[runs];
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      task.accept(i);
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    double[] warm = Arrays.copyOfRange(millis, runs / 5, runs);
    Arrays.sort(warm);
    LOG.info(
        "{}: median {} ms, slowest {} ms",
        what,
        "%.2f".formatted(warm[warm.length / 2]),
        "%.2f".formatted(warm[warm.length - 1]));
  }

  private static void segments(Raster raster, double size, double hardness, double flow) {
    Canvas canvas = canvas(raster);
    Stroke stroke = Stroke.begin(raster, new Brush(size, hardness, 0.8, flow, Ink.of(0xFF8800)));
    int[] tile = new int[256 * 256];
    Layer paint = canvas.layer("paint");
    Canvas[] shown = {canvas};
    time(
        "segment of a brush of %.0f px, hardness %.1f, flow %.1f".formatted(size, hardness, flow),
        200,
        i -> {
          stroke.to(500 + 15 * i, 500 + 6 * i, 1);
          Canvas now = canvas.with(paint.with(stroke.raster()));
          Compositor.changes(shown[0], now).forEach(at -> Compositor.tile(now, at, tile));
          shown[0] = now;
        });
  }

  @Test
  void paintsAndKeeps() {
    Raster raster = full();
    segments(raster, 100, 1, 1);
    segments(raster, 100, 0, 1);
    segments(raster, 100, 0.5, 0.2);
    segments(raster, 500, 0.5, 1);
    segments(raster, 1000, 0, 0.5);
    Canvas canvas = canvas(raster);
    time("frame of 1024 x 1024 taken out", 20, i -> FrameCut.of(canvas));
    Canvas half = canvas.framed(new Area(3600, 3600, 1024, 1024));
    time("frame of 1024 x 1024 beyond the edge taken out", 20, i -> FrameCut.of(half));
    time("what is in the frame", 100, i -> FrameContent.of(canvas));
    time(
        "ellipse over all", 5, i -> raster.painted(Shapes.ellipse(0, 0, SIDE, SIDE), Ink.of(0xFF)));
    Raster mask = Raster.CLEAR.painted(Shapes.ellipse(0, 0, 2000, 1000), Ink.MASK);
    time("mask of 2000 x 1000 grown by 16", 5, i -> Masks.grown(mask, 16));
    time("mask of 2000 x 1000 feathered by 8", 5, i -> Masks.feathered(mask, 8));
    Area all = new Area(0, 0, SIDE, SIDE);
    time("wand over all", 5, i -> Wand.at(canvas, 5, 5, 255, all));
    try (CanvasStore store = CanvasStore.open(folder)) {
      History[] history = {History.of(canvas)};
      time("first step kept: 256 tiles of noise", 1, i -> store.save(history[0]));
      time(
          "step of one stroke kept",
          60,
          i -> {
            Canvas now = history[0].present();
            Stroke stroke =
                Stroke.begin(now.layer("paint").raster(), Brush.of(100, 0.5, Ink.of(i)));
            stroke.to(100 + 10 * i, 100, 1);
            stroke.to(600, 400 + 20 * i, 1);
            history[0] = history[0].push(now.with(now.layer("paint").with(stroke.end())));
            store.save(history[0]);
          });
    }
  }
}
