package io.github.easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalCanvasService;
import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Compositor;
import io.github.easel.canvas.History;
import io.github.easel.canvas.Layer;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.settings.Session;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.KeptCanvas;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.compose.Verb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanvasViewModelTest {

  private static final Workers AT_ONCE =
      new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run);

  @TempDir private Path folder;

  private final List<GenerationException> failures = new ArrayList<>();
  private final FakeServices services = new FakeServices(FakeServices.STARTER);
  private final ComposeViewModel compose =
      new ComposeViewModel(Draft.EMPTY, List.of(), AT_ONCE, failures::add);
  private CanvasViewModel canvas;

  @BeforeEach
  void make() {
    compose.open(services);
    compose.offer(List.of(FakeServices.STARTER));
    canvas = canvas();
  }

  private CanvasViewModel canvas() {
    return Canvases.canvas(compose, AT_ONCE, failures::add);
  }

  private void stroke(double... places) {
    canvas.draw(places);
  }

  private int pixel(int x, int y) {
    return Compositor.colourAt(canvas.canvas().get(), x, y);
  }

  @Test
  void aStrokeIsSeenWhileItIsDrawnAndOneStepBack() {
    canvas.tools().colour().set(Color.RED);
    canvas.pointer().press(new Point(20, 20), false);
    canvas.pointer().drag(new Point(60, 20));
    assertThat(pixel(50, 20)).isEqualTo(0xFFFF0000);
    assertThat(canvas.sheet().history().get().canUndo()).isFalse();
    canvas.pointer().release(new Point(60, 20));
    canvas.undo();
    assertThat(pixel(50, 20)).isZero();
    canvas.redo();
    assertThat(pixel(50, 20)).isEqualTo(0xFFFF0000);
  }

  @Test
  void aStrokeThatIsGivenUpLeavesNothing() {
    canvas.pointer().press(new Point(20, 20), false);
    assertThat(canvas.pointer().cancel()).isTrue();
    assertThat(canvas.bare()).isTrue();
    assertThat(canvas.pointer().cancel()).isFalse();
  }

  @Test
  void theEraserTakesAwayAndTheWandAndThePickerSeeWhatIsThere() {
    canvas.tools().colour().set(Color.BLUE);
    canvas.tools().tool().set(Tool.RECTANGLE);
    stroke(0, 0, 100, 100);
    assertThat(pixel(50, 50)).isEqualTo(0xFF0000FF);
    canvas.tools().tool().set(Tool.ERASER);
    stroke(50, 50, 52, 50);
    assertThat(pixel(50, 50)).isZero();
    canvas.tools().tool().set(Tool.PICKER);
    canvas.tools().colour().set(Color.BLACK);
    canvas.pointer().press(new Point(5, 5), false);
    assertThat(canvas.tools().colour().get()).isEqualTo(Color.BLUE);
    canvas.layers().toggleMask();
    canvas.tools().tool().set(Tool.WAND);
    canvas.pointer().press(new Point(5, 5), false);
    assertThat(canvas.canvas().get().mask().raster().at(90, 90) >>> 24).isEqualTo(255);
    assertThat(canvas.canvas().get().mask().raster().at(120, 50)).isZero();
  }

  @Test
  void layersComeGoAndChangePlacesUnderTheMask() {
    canvas.addLayer();
    canvas.addLayer();
    assertThat(names()).containsExactly("Mask", "Paint 3", "Paint 2", "Paint 1");
    canvas.layers().move(-1);
    assertThat(names()).containsExactly("Mask", "Paint 2", "Paint 3", "Paint 1");
    canvas.layers().rename(canvas.canvas().get().active(), " Sky ");
    canvas.layers().see(canvas.canvas().get().active(), false);
    canvas.layers().shine(0.5, false);
    canvas.layers().shine(0.25, true);
    Layer sky = canvas.canvas().get().layer(canvas.canvas().get().active());
    assertThat(sky.name()).isEqualTo("Sky");
    assertThat(sky.visible()).isFalse();
    assertThat(sky.opacity()).isEqualTo(0.25);
    canvas.layers().delete();
    assertThat(names()).containsExactly("Mask", "Paint 2", "Paint 1");
    canvas.layers().toggleMask();
    assertThat(canvas.canvas().get().active()).isEqualTo(Canvas.MASK);
    assertThat(LayersViewModel.moves(canvas.canvas().get(), -1)).isFalse();
  }

  private List<String> names() {
    return LayersViewModel.fromAbove(canvas.canvas().get()).stream().map(Layer::name).toList();
  }

  @Test
  void theSizeFollowsTheFrameAndTheFrameTheSize() {
    canvas.frame().inFront().set(true);
    canvas.frame().place(new Area(0, 0, 128, 192));
    assertThat(compose.size().get()).isEqualTo(new ImageSize(128, 192));
    canvas.frame().place(new Area(0, 0, 1024, 512));
    ImageSize drawn = compose.size().get();
    assertThat(drawn.width()).isEqualTo(2 * drawn.height());
    assertThat(drawn.width()).isLessThan(300);
    assertThat(canvas.canvas().get().frame()).isEqualTo(new Area(0, 0, 1024, 512));
    compose.format().choose(new ImageSize(192, 128));
    assertThat(canvas.canvas().get().frame()).isEqualTo(new Area(0, 0, 192, 128));
  }

  @Test
  void anotherModelLeavesTheFrameAndSuitsTheSizeToIt() {
    compose.offer(List.of(FakeServices.STARTER, FakeServices.LARGE));
    canvas.frame().inFront().set(true);
    canvas.edit(FakeServices.gradient(256, 128), "sea");
    compose.model().set(FakeServices.LARGE);
    assertThat(canvas.canvas().get().frame()).isEqualTo(new Area(0, 0, 256, 128));
    assertThat(compose.size().get().width()).isEqualTo(2 * compose.size().get().height());
    compose.edit(compose.snapshot());
    assertThat(canvas.canvas().get().frame()).isEqualTo(new Area(0, 0, 256, 128));
  }

  @Test
  void whatWasPaintedBeforeTheCanvasOfLastTimeCameIsNotLost() {
    services.canvas = new LocalCanvasService(folder.resolve("canvas"));
    canvas.open(services);
    stroke(20, 20, 60, 20);
    services.canvas.close();
    services.canvas = new LocalCanvasService(folder.resolve("canvas"));
    canvas = canvas();
    stroke(20, 50, 60, 50);
    canvas.open(services);
    assertThat(pixel(40, 50)).isNotZero();
    canvas.undo();
    assertThat(pixel(40, 20)).isNotZero();
    services.canvas.close();
  }

  @Test
  void theVerbFollowsWhatIsInTheFrame() {
    canvas.frame().inFront().set(true);
    assertThat(compose.ground().get()).isEqualTo(Verb.GENERATE);
    canvas.edit(FakeServices.gradient(128, 128), "sea");
    assertThat(compose.ground().get()).isEqualTo(Verb.REFINE);
    stroke(40, 40, 60, 60);
    assertThat(compose.ground().get()).isEqualTo(Verb.FILL);
    canvas.frame().place(new Area(64, 0, 128, 128));
    assertThat(compose.ground().get()).isEqualTo(Verb.EXPAND);
    canvas.frame().place(new Area(640, 0, 128, 128));
    assertThat(compose.ground().get()).isEqualTo(Verb.GENERATE);
    canvas.frame().inFront().set(false);
    assertThat(compose.ground().get()).isNull();
  }

  @Test
  void aHiddenLayerIsShownWhenSomebodyPaintsOnIt() {
    canvas.layers().see(canvas.canvas().get().active(), false);
    stroke(20, 20, 30, 30);
    assertThat(canvas.canvas().get().layer(canvas.canvas().get().active()).visible()).isTrue();
  }

  @Test
  void theCanvasAndItsUndoComeBackAfterTheProgramDied() {
    LocalCanvasService first = new LocalCanvasService(folder.resolve("canvas"));
    services.canvas = first;
    canvas.open(services);
    stroke(20, 20, 60, 20);
    Canvas painted = canvas.canvas().get();
    first.close(); // what was kept is on the disk by now
    services.canvas = new LocalCanvasService(folder.resolve("canvas"));
    CanvasViewModel next = canvas();
    next.open(services);
    Area all = new Area(0, 0, 128, 64);
    assertThat(Compositor.pixels(next.canvas().get(), all))
        .isEqualTo(Compositor.pixels(painted, all));
    next.undo();
    assertThat(next.bare()).isTrue();
    services.canvas.close();
    assertThat(failures).isEmpty();
  }

  @Test
  void aProjectHoldsTheCanvasItsUndoAndWhatWasTyped() {
    services.canvas = new LocalCanvasService(folder.resolve("canvas"));
    canvas.open(services);
    canvas.edit(FakeServices.gradient(128, 128), "sea");
    compose.prompt().set("a calm sea");
    Path file = folder.resolve("sea.easel");
    canvas.project().save(file);
    assertThat(canvas.project().written().get()).isEqualTo(file);
    canvas.clear();
    assertThat(canvas.project().file().get()).isNull();
    compose.prompt().set("");
    List<String> shown = new ArrayList<>();
    canvas.project().onOpened(() -> shown.add("shown"));
    canvas.project().open(file);
    assertThat(shown).hasSize(1);
    assertThat(compose.prompt().get()).isEqualTo("a calm sea");
    assertThat(Compositor.flattened(canvas.canvas().get(), new Area(0, 0, 128, 128)))
        .isEqualTo(FakeServices.gradient(128, 128));
    canvas.undo();
    assertThat(canvas.bare()).isTrue();
    canvas.project().open(folder.resolve("none.easel"));
    assertThat(failures).hasSize(1);
    services.canvas.close();
  }

  @Test
  void aMaskIsSavedAndLoadedAsAPicture() {
    canvas.edit(FakeServices.gradient(128, 128), "sea");
    stroke(30, 30, 60, 30);
    Path file = folder.resolve("mask.png");
    canvas.project().saveMask(file);
    int[] before = canvas.canvas().get().mask().raster().pixels(new Area(0, 0, 128, 128));
    canvas.mask().clear();
    assertThat(canvas.canvas().get().mask().raster().clear()).isTrue();
    canvas.mask().load(file);
    assertThat(Files.exists(file)).isTrue();
    assertThat(canvas.canvas().get().mask().raster().pixels(new Area(0, 0, 128, 128)))
        .isEqualTo(before);
  }

  @Test
  void theOverlayOfTheMaskComesBack() {
    assertThat(canvas.into(Session.Desk.CLEAR).overlay())
        .isEqualTo(new Session.Overlay("#e0245e", 0.5));
    canvas.mask().colour().set(Color.web("#0a64ff"));
    canvas.mask().opacity().set(0.8);
    CanvasViewModel next = canvas();
    next.take(canvas.into(Session.Desk.CLEAR));
    assertThat(next.mask().veil().get()).isEqualTo(new Veil(0x0A64FF, 0.8));
    next.take(Session.Desk.CLEAR.with(List.of(), new Session.Overlay("red", 7)));
    assertThat(next.mask().veil().get()).isEqualTo(new Veil(0x0A64FF, 0.8));
  }

  @Test
  void aMaskThatRestedStillRestsAfterTheNextStart() {
    canvas.edit(FakeServices.gradient(128, 128), "sea");
    stroke(30, 30, 60, 30);
    canvas.mask().rest();
    Session.Desk desk = canvas.into(Session.Desk.CLEAR);
    assertThat(desk.overlay().rests()).isTrue();
    History kept = canvas.sheet().history().get();
    services.canvas = new KeptCanvas(kept);
    CanvasViewModel next = canvas();
    next.take(desk);
    assertThat(next.into(Session.Desk.CLEAR).overlay().rests()).as("before it came").isTrue();
    next.open(services);
    assertThat(next.canvas().get().mask().raster().clear()).isFalse();
    assertThat(next.mask().hidden().get()).isTrue();
    next.mask().show();
    assertThat(next.into(Session.Desk.CLEAR).overlay().rests()).isFalse();
  }

  @Test
  void resultsThatWaitedComeBack() {
    PixelImage result = FakeServices.gradient(64, 64);
    Draft.Start start = Canvases.waiting(services, result);
    canvas.take(Session.Desk.CLEAR.with(List.of(start), new Session.Overlay("", 0)));
    assertThat(canvas.staging().snapshot()).containsExactly(start);
    canvas.open(services);
    assertThat(canvas.staging().snapshot()).containsExactly(start);
    canvas.acceptResult();
    assertThat(Compositor.flattened(canvas.canvas().get(), new Area(64, 0, 64, 64)))
        .isEqualTo(result);
    assertThat(canvas.staging().snapshot()).isEmpty();
  }
}
