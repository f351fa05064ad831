package io.github.easel.ui.canvas;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Raster.At;
import io.github.easel.ui.canvas.Viewport.View;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Draws what the viewport shows of the canvas: its tiles, and over them the results that wait and
 * the picture that is being drawn. It looks at the canvas once a frame, however often that changes.
 */
final class CanvasPane extends Region {

  /** From this scale on pixels are shown as squares. */
  private static final double SQUARES = 2;

  private static final int MOST_HALVINGS = 5;

  private final CanvasViewModel model;
  private final Canvas paper = new Canvas();
  private final FrameOverlay overlay;
  private final TileImages tiles;
  private final ObservableValue<Number> density;
  private @Nullable Runnable atNextFrame;
  private @Nullable Drawn drawn;

  /** What was drawn last, but for the tiles: while it is the same, only tiles are drawn anew. */
  private record Drawn(
      View view, List<StagingViewModel.Shown> staged, double width, double height) {}

  CanvasPane(CanvasViewModel model, FrameOverlay overlay) {
    this.model = model;
    this.overlay = overlay;
    tiles = new TileImages(model.workers(), this::requestLayout);
    getStyleClass().add("canvas-pane");
    setMinSize(0, 0);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    paper.setManaged(false);
    paper.setMouseTransparent(true);
    getChildren().addAll(paper, overlay);
    density = sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::outputScaleXProperty);
    density.addListener(changed -> requestLayout());
    model.viewport().view().addListener(changed -> requestLayout());
    model.canvas().addListener(changed -> requestLayout());
    model.mask().veil().addListener(changed -> requestLayout());
    model.staging().seen().addListener(changed -> requestLayout());
    model
        .sheet()
        .lookIn(
            run -> {
              atNextFrame = run;
              requestLayout();
            });
  }

  @Override
  protected void layoutChildren() {
    Number dots = density.getValue();
    model.viewport().room(getWidth(), getHeight(), dots == null ? 1 : dots.doubleValue());
    Runnable look = atNextFrame;
    atNextFrame = null;
    if (look != null) {
      look.run();
    }
    if (paper.getWidth() != getWidth() || paper.getHeight() != getHeight()) {
      paper.setWidth(getWidth());
      paper.setHeight(getHeight());
    }
    overlay.resizeRelocate(0, 0, getWidth(), getHeight());
    View view = model.viewport().view().get();
    tiles.show(model.canvas().get(), model.mask().veil().get(), halvings(view.scale()));
    tiles.develop(view.area());
    draw(view);
  }

  private static int halvings(double scale) {
    int halvings = 0;
    for (double rest = scale; rest <= 0.5 && halvings < MOST_HALVINGS; rest *= 2) {
      halvings++;
    }
    return halvings;
  }

  private void draw(View view) {
    List<StagingViewModel.Shown> staged = List.copyOf(model.staging().seen().get());
    Set<At> fresh = tiles.fresh();
    Drawn now = new Drawn(view, staged, getWidth(), getHeight());
    GraphicsContext pen = paper.getGraphicsContext2D();
    pen.setImageSmoothing(view.scale() < SQUARES && view.scale() != 1);
    if (now.equals(drawn) && staged.isEmpty()) {
      fresh.forEach(at -> draw(pen, view, at, true));
      return;
    }
    drawn = now;
    pen.clearRect(0, 0, getWidth(), getHeight());
    tiles.images().keySet().forEach(at -> draw(pen, view, at, false));
    for (StagingViewModel.Shown one : staged) {
      Rectangle2D place = place(view, one.area());
      pen.drawImage(
          one.image(), place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
    }
  }

  /**
   * Draws a tile if it is seen.
   *
   * @param over whether another look of it may be there already
   */
  private void draw(GraphicsContext pen, View view, At at, boolean over) {
    TileImage tile = tiles.images().get(at);
    if (tile == null || at.area().and(view.area()).empty()) {
      return;
    }
    Rectangle2D place = place(view, at.area());
    double left = place.getMinX();
    double top = place.getMinY();
    if (over) {
      pen.clearRect(left, top, place.getWidth(), place.getHeight());
    }
    pen.drawImage(tile.image(), left, top, place.getWidth(), place.getHeight());
  }

  /** Edges lie on the screen's own pixels, so that tiles meet without a seam. */
  private static Rectangle2D place(View view, Area area) {
    double left = view.x(area.x());
    double top = view.y(area.y());
    return new Rectangle2D(
        left,
        top,
        Math.max(0, view.x(area.right()) - left),
        Math.max(0, view.y(area.bottom()) - top));
  }

  /** Whether all that is seen has been drawn. */
  boolean settled() {
    return tiles.settled(model.viewport().view().get().area());
  }
}
