package io.github.easel.bench;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.History;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Raster;
import io.github.easel.generation.Draft;
import io.github.easel.settings.Session;
import io.github.easel.settings.Settings;
import io.github.easel.task.Threads;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.KeptCanvas;
import io.github.easel.ui.Windows;
import io.github.easel.ui.Workers;
import io.github.easel.ui.canvas.CanvasView;
import io.github.easel.ui.canvas.Viewport;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.studio.StudioViewModel;
import io.github.easel.ui.studio.StudioWindow;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * How smooth a stroke of a brush of 200 pixels is in the window: a canvas of 4096 x 4096 pixels
 * with three layers of noise, a window of 1440 x 900, and a mouse that tells 250 places a second.
 * It logs what a frame costs JavaFX's thread, how far frames are apart, and how long it takes from
 * a move of the mouse to its colour on the screen.
 */
@ExtendWith(ApplicationExtension.class)
class PaintingBenchmark {

  private static final Logger LOG = LoggerFactory.getLogger(PaintingBenchmark.class);
  private static final int SIDE = 4096;
  private static final int SECONDS = 8;
  private static final int ROW = 2200; // below the frame, whose edges are drawn over the paint
  private static final int MEASURED = 40;
  private static final int STROKES = 4;
  private static final double BRUSH = 200;
  private static final int BETWEEN_MOVES_NANOS = 4_000_000;
  private static final Color INK = Color.web("#ff8800");

  private final ExecutorService drawing = Threads.worker("bench-drawing");
  private final ExecutorService files = Threads.worker("bench-files");
  private final ExecutorService aside = Threads.worker("bench-aside");
  private final ExecutorService tiles = Threads.worker("bench-tiles");
  private StudioViewModel studio;
  private Scene scene;
  private Robot robot;

  private final Figures work = new Figures();
  private final Figures processor = new Figures();
  private final Figures apart = new Figures();
  private final Figures moves = new Figures();
  private boolean counting;
  private long began;
  private long beganOnProcessor;
  private long last;

  /** Times in milliseconds, all of them taken on JavaFX's thread. */
  private static final class Figures {

    private final List<Double> millis = new ArrayList<>();

    void add(long since) {
      millis.add((System.nanoTime() - since) / 1e6);
    }

    void tell(String what) {
      double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      millis.clear();
      LOG.info(
          "{}: median {} ms, 95th percentile {} ms, 99th {} ms, longest {} ms, of {}",
          what,
          text(sorted, 0.5),
          text(sorted, 0.95),
          text(sorted, 0.99),
          text(sorted, 1),
          sorted.length);
    }

    private static String text(double[] sorted, double part) {
      int at = (int) Math.min(sorted.length - 1, part * sorted.length);
      return at < 0 ? "-" : "%.1f".formatted(sorted[at]);
    }
  }

  private static Raster noise(int seed, int opaque) {
    int[] pixels =
        new Random(seed)
            .ints(SIDE * SIDE)
            .map(pixel -> opaque == 255 ? pixel | 0xFF000000 : (pixel & 0x003F3F3F) | 0x80000000)
            .toArray();
    return Raster.CLEAR.with(new Area(0, 0, SIDE, SIDE), pixels);
  }

  private static Canvas canvas() {
    return new Canvas(
        List.of(
            new Layer("a", "Picture", Layer.Kind.PICTURE, true, 1, noise(1, 255)),
            new Layer("b", "Paint 1", Layer.Kind.PAINT, true, 1, noise(2, 128)),
            new Layer("c", "Paint 2", Layer.Kind.PAINT, true, 0.8, noise(3, 128)),
            new Layer(Canvas.MASK, "Mask", Layer.Kind.MASK, true, 1, Raster.CLEAR)),
        "c",
        new Area(1000, 1000, 1024, 1024));
  }

  private void open() {
    FakeServices services = new FakeServices(FakeServices.STARTER);
    services.canvas =
        new KeptCanvas(History.of(canvas())); // what the disk costs is measured elsewhere
    onWindow(
        () -> {
          studio =
              new StudioViewModel(
                  Settings.DEFAULTS.withLanguage("en").withTheme("dark"),
                  new Session(
                      new Session.WindowSize(1440, 900),
                      Session.Layout.USUAL,
                      Draft.EMPTY,
                      List.of(),
                      ""),
                  new StudioViewModel.Memory(settings -> {}, session -> {}),
                  new Workers(
                      Platform::runLater,
                      drawing,
                      files,
                      aside,
                      aside,
                      aside,
                      tiles,
                      files,
                      files,
                      aside,
                      files,
                      files));
          Stage stage = new Stage();
          StudioWindow.show(stage, studio, (failure, locale) -> failure.toString());
          scene = stage.getScene();
          robot = new Robot();
          studio.open(() -> services);
        });
    Windows.await(20, () -> studio.canvas().canvas().get().layers().size() == 4);
    onWindow(
        () -> {
          studio.commands().run(Command.CANVAS);
          studio.commands().run(Command.BRUSH);
          studio.canvas().tools().size().set(BRUSH);
          studio.canvas().tools().hardness().set(1);
          studio.canvas().tools().colour().set(INK);
        });
    settle();
  }

  private void settle() {
    Windows.await(
        60,
        () ->
            !studio.canvas().busy().get()
                && scene.lookup(".canvas-view") instanceof CanvasView view
                && view.settled());
  }

  private static void onWindow(Runnable task) {
    WaitForAsyncUtils.waitForAsyncFx(60_000, task);
  }

  private void count() {
    onWindow(
        () -> {
          EventDispatcher usual = scene.getEventDispatcher();
          scene.setEventDispatcher(
              (event, tail) -> {
                long start = System.nanoTime();
                Event left = usual.dispatchEvent(event, tail);
                if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
                  add(moves, start);
                }
                return left;
              });
          ThreadMXBean threads = ManagementFactory.getThreadMXBean();
          scene.addPreLayoutPulseListener(
              () -> {
                began = System.nanoTime();
                beganOnProcessor = threads.getCurrentThreadCpuTime();
              });
          scene.addPostLayoutPulseListener(
              () -> {
                add(work, began);
                long spent = threads.getCurrentThreadCpuTime() - beganOnProcessor;
                add(processor, System.nanoTime() - spent);
              });
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              add(apart, last);
              last = System.nanoTime();
            }
          }.start();
        });
  }

  private void add(Figures figures, long since) {
    if (counting) {
      figures.add(since);
    }
  }

  /** Where a pixel of the canvas is on the screen. */
  private Point2D at(double x, double y) {
    Viewport.View view = studio.canvas().viewport().view().get();
    return Windows.node(scene, "canvas-pane")
        .localToScreen(
            (x - view.left()) * view.scale() / view.density(),
            (y - view.top()) * view.scale() / view.density());
  }

  /** Strokes through what is seen, at up to some 3000 pixels of the screen a second. */
  private void strokes(double span) {
    onWindow(() -> press(at(2048, 2048)));
    long start = System.nanoTime();
    for (int i = 0; i < SECONDS * 250; i++) {
      double t = i / 250.0;
      double x = 2048 + span * Math.sin(2 * t);
      double y = 2048 + span * Math.sin(3.1 * t);
      boolean warm = i > 2 * 250; // two seconds are for the compiler
      Platform.runLater(
          () -> {
            counting = warm;
            robot.mouseMove(at(x, y));
          });
      LockSupport.parkNanos(start + (long) (i + 1) * BETWEEN_MOVES_NANOS - System.nanoTime());
    }
    onWindow(
        () -> {
          counting = false;
          robot.mouseRelease(MouseButton.PRIMARY);
        });
    settle();
  }

  private void press(Point2D place) {
    robot.mouseMove(place);
    robot.mousePress(MouseButton.PRIMARY);
  }

  /** From a move of the mouse to its colour on the screen; vertical synchronization included. */
  private void latencies(String what, double spanX) {
    Figures figures = new Figures();
    for (int i = 0; i < STROKES; i++) { // none of them may have coloured what is measured
      onWindow(() -> studio.canvas().undo());
      settle();
    }
    onWindow(() -> press(at(2048 - spanX, ROW)));
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    Random random = new Random(7);
    for (int i = 0; i < MEASURED; i++) {
      double step = 2 * spanX / MEASURED;
      Point2D[] place = new Point2D[1];
      Point2D[] ahead = new Point2D[1];
      int number = i;
      onWindow(
          () -> {
            double x = 2048 - spanX + (number + 1) * step;
            place[0] = at(x, ROW);
            // inside the brush and its outline, and not before
            Point2D seen = at(x + BRUSH / 2 - Math.max(10, step / 2), ROW);
            // a headless screen counts parts of a row as columns
            ahead[0] = new Point2D(Math.floor(seen.getX()), Math.floor(seen.getY()));
          });
      long start = System.nanoTime();
      Platform.runLater(() -> robot.mouseMove(place[0]));
      long end = start + TimeUnit.MILLISECONDS.toNanos(500);
      while (!shows(ahead[0]) && System.nanoTime() < end) {
        LockSupport.parkNanos(300_000);
      }
      figures.add(start);
      LockSupport.parkNanos(20_000_000 + random.nextInt(16_000_000));
    }
    onWindow(() -> robot.mouseRelease(MouseButton.PRIMARY));
    settle();
    figures.tell(what);
  }

  private boolean shows(Point2D place) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          Color seen = robot.getPixelColor(place);
          return Math.abs(seen.getRed() - INK.getRed()) < 0.35
              && seen.getBlue() < 0.4
              && seen.getGreen() > seen.getBlue() + 0.2;
        });
  }

  @Test
  void paintsSmoothly() {
    open();
    onWindow(() -> studio.canvas().fit());
    settle();
    count();
    run("all of the canvas seen", 1800);
    onWindow(() -> studio.canvas().viewport().to(1));
    settle();
    run("at 100 %", 280);
    latencies("to the screen at 100 %", 240);
    onWindow(() -> studio.canvas().fit());
    settle();
    latencies("to the screen, all of the canvas seen", 1400);
    List.of(drawing, files, aside, tiles).forEach(ExecutorService::shutdown);
  }

  private void run(String how, double span) {
    strokes(span);
    work.tell(how + ", layout of a frame");
    processor.tell(how + ", layout of a frame, on the processor");
    apart.tell(how + ", from frame to frame");
    moves.tell(how + ", a move of the mouse");
  }
}
