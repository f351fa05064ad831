package io.github.easel.ui.canvas;

import io.github.easel.app.CanvasService;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Services;
import io.github.easel.app.SourcePictures;
import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.MaskFiles;
import io.github.easel.canvas.Moving;
import io.github.easel.canvas.Pictures;
import io.github.easel.canvas.Raster;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.settings.Session;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.queue.QueueViewModel;
import io.github.easel.ui.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The canvas of the window: what is on it, the tools, the frame that is generated and the results
 * that wait over it. All of it belongs to the window's thread.
 */
public final class CanvasViewModel {

  /** The frame of a first start; a model's own size takes its place. */
  private static final Area FIRST_FRAME = new Area(0, 0, 512, 512);

  private final Workers workers;
  private final Messages messages;
  private final Sheet sheet;
  private final ToolsViewModel tools = new ToolsViewModel();
  private final Viewport viewport = new Viewport();
  private final PointerViewModel pointer;
  private final LayersViewModel layers;
  private final MaskViewModel mask;
  private final FrameViewModel frame;
  private final StagingViewModel staging;
  private final ProjectViewModel project;
  private final CanvasKeeper keeper;
  private @Nullable SourcePictures sources;

  /**
   * @param compose what the pictures of the frame are composed in
   * @param line the jobs, of which results come
   * @param messages the canvas's texts, for the names of new layers
   * @param onFailure is told on the window's thread what could not be done
   */
  public CanvasViewModel(
      ComposeViewModel compose,
      QueueViewModel line,
      Workers workers,
      Messages messages,
      Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.messages = messages;
    sheet = new Sheet(blank(FIRST_FRAME), workers, onFailure);
    pointer = new PointerViewModel(sheet, tools);
    layers = new LayersViewModel(sheet);
    mask = new MaskViewModel(sheet);
    frame = new FrameViewModel(sheet, compose, workers);
    staging = new StagingViewModel(sheet, workers, line, onFailure);
    project = new ProjectViewModel(sheet, compose, workers, onFailure);
    viewport.show(FIRST_FRAME);
    compose.model().addListener((property, old, now) -> suit(now));
    keeper = new CanvasKeeper(sheet, workers, onFailure);
  }

  /** As long as nobody did anything the frame is as large as the model's own pictures. */
  private void suit(@Nullable ModelSummary model) {
    if (model != null && !pointer.painting().get()) {
      sheet.then(() -> suitNow(model));
    }
  }

  private void suitNow(ModelSummary model) {
    if (bare() && !sheet.history().get().canUndo()) {
      Area frame = new Area(0, 0, model.size().width(), model.size().height());
      sheet.amend(canvas -> canvas.framed(frame));
      viewport.show(whole());
    }
  }

  /** A canvas with an empty layer to paint on. */
  private Canvas blank(Area frame) {
    return LayersViewModel.with(
        Canvas.empty(messages.now("layer.mask"), frame).painting(Canvas.MASK),
        new Layer(
            "paint", messages.now("layer.paint", 1), Layer.Kind.PAINT, true, 1, Raster.CLEAR));
  }

  /** Takes over what the last start left on the desk. */
  public void take(Session.Desk last) {
    mask.take(last.overlay());
    staging.await(last.staged());
  }

  /** The desk with what the next start has to be told of the canvas. */
  public Session.Desk into(Session.Desk desk) {
    return desk.with(staging.snapshot(), mask.snapshot());
  }

  /** Changes whenever {@link #into} does. */
  public Observable[] parts() {
    return new Observable[] {staging.changes(), mask.veil()};
  }

  /** Brings back the canvas that was kept, and keeps it from now on. */
  public void open(Services services) {
    sources = services.sources();
    staging.bringBack(services.sources());
    CanvasService opened = services.canvas();
    keeper.open(
        opened,
        found -> takeUp(opened, found),
        () -> project.serve(opened)); // projects need no place of our own
  }

  private void takeUp(CanvasService opened, CanvasService.Found found) {
    boolean untouched = bare();
    // what was painted before it came is laid over it, so that nothing is lost
    found.history().ifPresent(kept -> sheet.adopt(untouched ? kept : kept.push(sheet.settled())));
    if (untouched) {
      found.project().ifPresent(project::broughtBack);
    }
    mask.broughtBack();
    keeper.into(opened);
    viewport.show(whole());
    project.serve(opened);
  }

  /** All that there is to see. */
  Area whole() {
    Canvas now = canvas().get();
    return MaskFiles.painted(now).or(now.frame());
  }

  /** Whether nothing was put or painted on it. */
  public boolean bare() {
    return bare(sheet.settled());
  }

  static boolean bare(Canvas canvas) {
    return canvas.layers().stream().allMatch(layer -> layer.raster().clear());
  }

  /**
   * Puts a picture on a new canvas, with the frame around it. What was there comes back by undoing
   * it.
   *
   * @param name what people call it
   */
  public void edit(PixelImage picture, String name) {
    Area frame = frameOf(picture);
    sheet.later(
        canvas ->
            new Canvas(
                    List.of(layer(picture, 0, 0, name), canvas.mask().with(Raster.CLEAR)),
                    Canvas.MASK,
                    frame)
                .anew(),
        () -> {
          project.forget();
          viewport.show(whole());
        });
  }

  /**
   * Lays a picture over what there is, its corner at the frame's.
   *
   * @param name what people call it
   */
  public void lay(PixelImage picture, String name) {
    sheet.later(
        canvas ->
            LayersViewModel.with(
                canvas, layer(picture, canvas.frame().x(), canvas.frame().y(), name)));
  }

  private Layer layer(PixelImage picture, int x, int y, String name) {
    return new Layer(
        LayersViewModel.newId(),
        name.isBlank() ? messages.now("layer.picture") : name,
        Layer.Kind.PICTURE,
        true,
        1,
        Pictures.placed(picture, x, y));
  }

  /** As much of a picture as models can draw: sides that are multiples of 8. */
  private static Area frameOf(PixelImage picture) {
    int grid = FrameGesture.FINE_GRID;
    return new Area(
        0,
        0,
        Math.max(FrameGesture.GRID, picture.width() / grid * grid),
        Math.max(FrameGesture.GRID, picture.height() / grid * grid));
  }

  /** A canvas with nothing on it. What was there comes back by undoing it. */
  public void clear() {
    sheet.then(
        () -> {
          project.forget();
          sheet.commit(
              canvas ->
                  blank(new Area(0, 0, canvas.frame().width(), canvas.frame().height())).anew());
          viewport.show(whole());
        });
  }

  /**
   * Moves the frame, or the active layer, by a step. Steps that follow each other are undone at
   * once.
   *
   * @param fine whether the frame goes on by 8 pixels instead of 64
   * @param far whether the layer goes on by ten pixels instead of one
   */
  void nudge(int right, int down, boolean fine, boolean far) {
    if (sheet.busy().get()) {
      return;
    }
    if (tools.tool().get() == Tool.FRAME) {
      int step = fine ? FrameGesture.FINE_GRID : FrameGesture.GRID;
      sheet.joined(
          "frame", canvas -> canvas.framed(canvas.frame().moved(right * step, down * step)));
      sheet.then(this::bringFrameIn);
    } else {
      int step = far ? 10 : 1;
      sheet.joined(
          "layer",
          canvas -> {
            Layer layer = canvas.layer(canvas.active());
            return canvas.with(layer.with(Moving.moved(layer.raster(), right * step, down * step)));
          });
    }
  }

  /**
   * Does with the tool in hand what a pointer does that goes along these points.
   *
   * @param places pixels of the canvas: x, y, x, y and so on, of two points at least
   */
  public void draw(double... places) {
    Point last = new Point(places[0], places[1]);
    pointer.press(last, false);
    for (int i = 2; i + 1 < places.length; i += 2) {
      last = new Point(places[i], places[i + 1]);
      pointer.drag(last);
    }
    pointer.release(last);
  }

  /** A new layer to paint on. */
  void addLayer() {
    layers.add(messages.now("layer.paint", layers.count(Layer.Kind.PAINT) + 1));
  }

  Workers workers() {
    return workers;
  }

  Sheet sheet() {
    return sheet;
  }

  /** What is seen, a stroke that is not ended yet included. */
  public ReadOnlyObjectProperty<Canvas> canvas() {
    return sheet.canvas();
  }

  public ToolsViewModel tools() {
    return tools;
  }

  public Viewport viewport() {
    return viewport;
  }

  PointerViewModel pointer() {
    return pointer;
  }

  LayersViewModel layers() {
    return layers;
  }

  MaskViewModel mask() {
    return mask;
  }

  /** Where it is kept. */
  CanvasKeeper keeper() {
    return keeper;
  }

  /** The canvas in a file of one's own. */
  public ProjectViewModel project() {
    return project;
  }

  /** Results that wait over the canvas. */
  public StagingViewModel staging() {
    return staging;
  }

  /** The frame that is generated. */
  public FrameViewModel frame() {
    return frame;
  }

  /** Nothing is masked any more. */
  public void clearMask() {
    mask.clear();
  }

  /** What a draft begins with as the canvas is now; its answer is for a worker. */
  public UnaryOperator<Draft> beginning() {
    SourcePictures into = sources;
    return into == null ? UnaryOperator.identity() : frame.beginning(into);
  }

  /** Takes the result that is looked at over into the picture. */
  public void acceptResult() {
    restMask();
    staging.accept(messages.now("layer.picture"));
  }

  /** Lays the result that is looked at over the others as a layer. */
  void resultAsLayer() {
    restMask();
    staging.asLayer(messages.now("layer.result"));
  }

  /** What was made under the mask can be seen once it is there. */
  private void restMask() {
    if (staging.present() != null && !sheet.busy().get()) {
      mask.rest();
    }
  }

  /** Whether a worker is at it, so that nothing can be painted. */
  public ReadOnlyBooleanProperty busy() {
    return sheet.busy();
  }

  /** Shows all that there is. */
  public void fit() {
    viewport.show(whole());
  }

  /** A frame that reached out of what is seen comes back with all that there is. */
  void bringFrameIn() {
    if (!viewport.holds(canvas().get().frame())) {
      viewport.reveal(whole());
    }
  }

  /** One step back. */
  public void undo() {
    if (!pointer.cancel()) { // a stroke under way is the last thing that was done
      sheet.undo();
    }
  }

  /** Does again what was undone last. */
  public void redo() {
    if (!pointer.cancel()) {
      sheet.redo();
    }
  }
}
