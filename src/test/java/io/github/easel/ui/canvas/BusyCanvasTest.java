package io.github.easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalCanvasService;
import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Compositor;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Limits;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.ComposeViewModel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done while a worker is at the canvas, or while files are written. */
class BusyCanvasTest {

  @TempDir private Path folder;

  private final Deque<Runnable> aside = new ArrayDeque<>();
  private final Deque<Runnable> files = new ArrayDeque<>();
  private final Workers workers = new Workers(Runnable::run, Runnable::run, files::add, aside::add);
  private final List<GenerationException> failures = new ArrayList<>();
  private final FakeServices services = new FakeServices(FakeServices.STARTER);
  private final ComposeViewModel compose =
      new ComposeViewModel(Draft.EMPTY, List.of(), workers, failures::add);
  private CanvasViewModel canvas;

  @BeforeEach
  void make() {
    compose.open(services);
    compose.offer(List.of(FakeServices.STARTER));
    services.canvas = new LocalCanvasService(folder.resolve("canvas"));
    open();
  }

  @AfterEach
  void close() {
    services.canvas.close();
  }

  private void open(Draft.Start... staged) {
    canvas = Canvases.canvas(compose, workers, failures::add, staged);
    canvas.open(services);
    work();
  }

  /** Does all that was handed to the workers. */
  private void work() {
    while (!files.isEmpty() || !aside.isEmpty()) {
      (files.isEmpty() ? aside : files).remove().run();
    }
  }

  private int pixel(int x, int y) {
    return Compositor.colourAt(canvas.canvas().get(), x, y);
  }

  private void rectangle() {
    canvas.tools().tool().set(Tool.RECTANGLE);
    canvas.draw(0, 0, 100, 100);
  }

  private Path project() {
    Path file = folder.resolve("sea.easel");
    canvas.edit(FakeServices.gradient(128, 128), "sea");
    work();
    canvas.project().save(file);
    work();
    return file;
  }

  @Test
  void aLayerThatIsAddedDuringAFillIsThereAfterIt() {
    rectangle();
    assertThat(canvas.busy().get()).isTrue();
    canvas.addLayer();
    canvas.addLayer();
    work();
    assertThat(canvas.canvas().get().layers()).hasSize(4);
    assertThat(pixel(50, 50)).isNotZero();
    canvas.undo();
    canvas.undo();
    work();
    assertThat(canvas.canvas().get().layers()).hasSize(2);
    assertThat(pixel(50, 50)).isNotZero();
    assertThat(failures).isEmpty();
  }

  @Test
  void whatIsAskedOfALayerThatIsGoneByThenIsLeftOut() {
    canvas.addLayer();
    String layer = canvas.canvas().get().active();
    rectangle();
    canvas.layers().delete();
    canvas.layers().see(layer, false);
    canvas.layers().rename(layer, "gone");
    canvas.layers().shine(0.5, true);
    work();
    assertThat(canvas.canvas().get().layers()).hasSize(2);
    assertThat(failures).isEmpty();
  }

  @Test
  void aNewCanvasDuringAFillIsBlankAfterIt() {
    rectangle();
    canvas.clear();
    work();
    assertThat(canvas.bare()).isTrue();
    canvas.undo();
    work();
    assertThat(pixel(50, 50)).isNotZero();
  }

  @Test
  void picturesAndMasksThatComeDuringAFillAreTakenInTurn() {
    rectangle();
    canvas.lay(FakeServices.gradient(64, 64), "sea");
    canvas.mask().invert();
    work();
    assertThat(canvas.canvas().get().layers()).extracting(Layer::name).contains("sea");
    assertThat(canvas.canvas().get().mask().raster().clear()).isFalse();
    assertThat(pixel(90, 90)).isNotZero();
  }

  @Test
  void aProjectThatIsOpenedDuringAFillIsWhatIsSeenAndSaved() {
    Path file = project();
    canvas.clear();
    canvas.project().open(file);
    canvas.mask().grow();
    assertThat(canvas.busy().get()).isTrue();
    files.remove().run(); // the project was read, and the mask is not ready
    assertThat(canvas.project().file().get()).isNull();
    work();
    assertThat(canvas.project().file().get()).isEqualTo(file);
    assertThat(Compositor.flattened(canvas.canvas().get(), new Area(0, 0, 128, 128)))
        .isEqualTo(FakeServices.gradient(128, 128));
  }

  @Test
  void theCanvasOfLastTimeThatComesDuringAFillIsNotLost() {
    canvas.tools().tool().set(Tool.BRUSH);
    canvas.draw(300, 300, 320, 300);
    services.canvas.close();
    services.canvas = new LocalCanvasService(folder.resolve("canvas"));
    canvas = Canvases.canvas(compose, workers, failures::add);
    canvas.open(services);
    rectangle();
    files.remove().run();
    work();
    assertThat(pixel(50, 50)).isNotZero();
    canvas.undo();
    work();
    assertThat(pixel(310, 300)).isNotZero();
  }

  @Test
  void aProjectDoesNotTakeThePlaceOfWhatIsNotSavedWithoutAnAnswer() {
    Path file = project();
    canvas.addLayer();
    canvas.project().open(file);
    work();
    assertThat(canvas.project().asked().get()).isNotNull();
    assertThat(canvas.canvas().get().layers()).hasSize(3);
    canvas.project().answer(false);
    assertThat(canvas.project().asked().get()).isNull();
    assertThat(canvas.canvas().get().layers()).hasSize(3);
    canvas.project().open(file);
    work();
    canvas.project().answer(true);
    work();
    assertThat(canvas.canvas().get().layers()).hasSize(2);
    assertThat(canvas.project().asked().get()).isNull();
    canvas.project().open(file); // it is what the file holds
    work();
    assertThat(canvas.project().asked().get()).isNull();
  }

  @Test
  void anotherPictureIsNoLongerTheProjects() {
    Path file = project();
    assertThat(canvas.project().file().get()).isEqualTo(file);
    canvas.edit(FakeServices.gradient(64, 64), "hill");
    work();
    assertThat(canvas.project().file().get()).isNull();
  }

  @Test
  void aSaveThatEndsAfterANewCanvasDoesNotGiveItTheFile() {
    canvas.edit(FakeServices.gradient(128, 128), "sea");
    work();
    Path file = folder.resolve("sea.easel");
    canvas.project().save(file);
    canvas.clear();
    work();
    assertThat(canvas.project().written().get()).isEqualTo(file);
    assertThat(canvas.project().file().get()).isNull();
  }

  @Test
  void aProjectIsSavedWithWhatIsStillBeingDone() {
    rectangle();
    Path file = folder.resolve("box.easel");
    canvas.project().save(file);
    work();
    canvas.clear();
    canvas.project().open(file);
    work();
    assertThat(pixel(50, 50)).isNotZero();
  }

  @Test
  void aStrokeUnderWayEndsWhereAnotherCanvasComes() {
    canvas.tools().tool().set(Tool.BRUSH);
    canvas.tools().colour().set(Color.RED);
    canvas.pointer().press(new Point(20, 20), false);
    canvas.pointer().drag(new Point(60, 20));
    canvas.edit(FakeServices.gradient(128, 128), "sea");
    work();
    canvas.pointer().drag(new Point(60, 60));
    canvas.pointer().release(new Point(60, 60));
    work();
    PixelImage seen = Compositor.flattened(canvas.canvas().get(), new Area(0, 0, 128, 128));
    assertThat(seen).isEqualTo(FakeServices.gradient(128, 128));
    canvas.undo();
    work();
    assertThat(pixel(40, 20)).isEqualTo(0xFFFF0000);
  }

  @Test
  void undoTakesAwayTheStrokeUnderWay() {
    canvas.tools().tool().set(Tool.BRUSH);
    canvas.draw(20, 20, 60, 20);
    canvas.pointer().press(new Point(20, 80), false);
    canvas.pointer().drag(new Point(60, 80));
    canvas.undo();
    canvas.pointer().release(new Point(60, 80));
    work();
    assertThat(pixel(40, 80)).isZero();
    assertThat(pixel(40, 20)).isNotZero();
  }

  @Test
  void aResultWaitsUntilTheCanvasHasIt() {
    PixelImage result = FakeServices.gradient(64, 64);
    Draft.Start start = Canvases.waiting(services, result);
    open(start);
    IntStream.range(canvas.canvas().get().layers().size(), Limits.MOST_LAYERS)
        .forEach(at -> canvas.addLayer());
    canvas.resultAsLayer();
    work();
    assertThat(failures).hasSize(1);
    assertThat(canvas.staging().snapshot()).containsExactly(start);
    canvas.layers().delete();
    canvas.resultAsLayer();
    assertThat(canvas.staging().snapshot()).containsExactly(start);
    work();
    assertThat(canvas.staging().snapshot()).isEmpty();
  }

  @Test
  void arrowsThatFollowEachOtherAreOneStep() {
    canvas.tools().tool().set(Tool.BRUSH);
    canvas.draw(20, 20, 60, 20);
    Canvas painted = canvas.canvas().get();
    canvas.tools().tool().set(Tool.MOVE);
    IntStream.range(0, 20).forEach(at -> nudge());
    assertThat(canvas.canvas().get()).isNotEqualTo(painted);
    canvas.tools().tool().set(Tool.FRAME);
    IntStream.range(0, 20).forEach(at -> nudge());
    assertThat(canvas.canvas().get().frame().x()).isEqualTo(painted.frame().x() + 20 * 64);
    canvas.undo();
    work();
    assertThat(canvas.canvas().get().frame()).isEqualTo(painted.frame());
    canvas.undo();
    work();
    assertThat(canvas.canvas().get()).isEqualTo(painted);
    canvas.redo();
    work();
    nudge(); // what was undone is gone after it, so that it is a step of its own
    assertThat(canvas.sheet().history().get().canRedo()).isFalse();
  }

  private void nudge() {
    canvas.nudge(1, 0, false, false);
    work();
  }
}
