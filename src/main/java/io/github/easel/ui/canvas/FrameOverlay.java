package io.github.easel.ui.canvas;

import io.github.easel.canvas.Area;
import io.github.easel.generation.ImageSize;
import io.github.easel.ui.canvas.FrameGesture.Grip;
import io.github.easel.ui.canvas.Viewport.View;
import io.github.easel.ui.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;

/** What is drawn over the canvas and belongs to no layer: the frame, outlines, the brush's tip. */
final class FrameOverlay extends Region {

  private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

  /** Half of a handle's side, and how far from an edge it can be held, in JavaFX's pixels. */
  private static final double HANDLE = 5;

  private static final double REACH = 9;

  private final CanvasViewModel model;
  private final Messages messages;
  private final Region frame = new Region();
  private final Label size = new Label();
  private final Map<Grip, Region> handles = new EnumMap<>(Grip.class);
  private final Polygon polygon = new Polygon();
  private final Ellipse ellipse = new Ellipse();
  private final Circle tip = new Circle();
  private final Circle tipShade = new Circle();
  private @Nullable Point2D pointer;

  FrameOverlay(CanvasViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setMouseTransparent(true);
    setId("canvas-overlay");
    frame.getStyleClass().add("canvas-frame");
    size.getStyleClass().add("canvas-frame-size");
    styled(polygon, "canvas-outline");
    styled(ellipse, "canvas-outline");
    styled(tipShade, "canvas-tip-shade");
    styled(tip, "canvas-tip");
    getChildren().addAll(frame, size, polygon, ellipse, tipShade, tip);
    for (Grip grip : Grip.values()) {
      if (grip != Grip.INSIDE) {
        Region handle = new Region();
        handle.getStyleClass().add("canvas-handle");
        handles.put(grip, handle);
        getChildren().add(handle);
      }
    }
    getChildren().forEach(child -> child.setManaged(false));
    for (Observable part :
        List.of(
            model.viewport().view(),
            model.canvas(),
            model.sheet().outline(),
            messages.language(),
            model.frame().drawn(),
            model.tools().tool(),
            model.tools().size())) {
      part.addListener(changed -> requestLayout());
    }
  }

  private static void styled(Shape shape, String style) {
    shape.getStyleClass().add(style);
    shape.setFill(null);
  }

  /** Where the pointer is; null while it is elsewhere. */
  void point(@Nullable Point2D at) {
    pointer = at;
    requestLayout();
  }

  /** What of the frame is held at that place of the room. */
  Optional<Grip> gripAt(double x, double y) {
    View view = model.viewport().view().get();
    Area area = model.canvas().get().frame();
    double left = view.x(area.x());
    double right = view.x(area.right());
    double top = view.y(area.y());
    double bottom = view.y(area.bottom());
    int across = Math.abs(x - right) <= REACH ? 1 : Math.abs(x - left) <= REACH ? -1 : 0;
    int down = Math.abs(y - bottom) <= REACH ? 1 : Math.abs(y - top) <= REACH ? -1 : 0;
    boolean there =
        x >= left - REACH && x <= right + REACH && y >= top - REACH && y <= bottom + REACH;
    if (!there) {
      return Optional.empty();
    }
    for (Grip grip : Grip.values()) {
      if (grip.across() == across && grip.down() == down) {
        return Optional.of(grip);
      }
    }
    return Optional.empty();
  }

  @Override
  protected void layoutChildren() {
    View view = model.viewport().view().get();
    Area area = model.canvas().get().frame();
    double left = view.x(area.x());
    double top = view.y(area.y());
    double width = view.x(area.right()) - left;
    double height = view.y(area.bottom()) - top;
    frame.resizeRelocate(left - 1, top - 1, width + 2, height + 2);
    boolean held = model.tools().tool().get() == Tool.FRAME;
    frame.pseudoClassStateChanged(HELD, held);
    size.setText(words(area));
    size.autosize();
    size.relocate(left, top - size.getHeight() - 4);
    handles.forEach(
        (grip, handle) -> {
          handle.setVisible(held);
          handle.resizeRelocate(
              left + width * (grip.across() + 1) / 2 - HANDLE,
              top + height * (grip.down() + 1) / 2 - HANDLE,
              2 * HANDLE,
              2 * HANDLE);
        });
    outline(view, model.sheet().outline().get());
    tip(view);
  }

  private String words(Area area) {
    ImageSize drawn = model.frame().drawn().get();
    String own = area.width() + " × " + area.height();
    return drawn.width() == area.width() && drawn.height() == area.height()
        ? own
        : messages.now("frame.drawn", own, drawn.width() + " × " + drawn.height());
  }

  private void outline(View view, @Nullable Outline outline) {
    polygon.setVisible(outline != null && !outline.round());
    ellipse.setVisible(outline != null && outline.round());
    if (outline == null) {
      return;
    }
    if (outline.round()) {
      Point one = outline.points().get(0);
      Point other = outline.points().get(2);
      ellipse.setCenterX((view.x(one.x()) + view.x(other.x())) / 2);
      ellipse.setCenterY((view.y(one.y()) + view.y(other.y())) / 2);
      ellipse.setRadiusX(Math.abs(view.x(other.x()) - view.x(one.x())) / 2);
      ellipse.setRadiusY(Math.abs(view.y(other.y()) - view.y(one.y())) / 2);
    } else {
      Double[] places = new Double[2 * outline.points().size()];
      for (int i = 0; i < outline.points().size(); i++) {
        places[2 * i] = view.x(outline.points().get(i).x());
        places[2 * i + 1] = view.y(outline.points().get(i).y());
      }
      polygon.getPoints().setAll(places);
    }
  }

  /** A ring of the brush's width, dark and light, so that it is seen on every colour. */
  private void tip(View view) {
    Point2D at = pointer;
    boolean shown = at != null && model.tools().tool().get().strokes();
    tip.setVisible(shown);
    tipShade.setVisible(shown);
    if (at != null) {
      double radius = Math.max(1, model.tools().size().get() / 2 * view.unit());
      place(tip, at, radius);
      place(tipShade, at, radius + 1);
    }
  }

  private static void place(Circle circle, Point2D at, double radius) {
    circle.setCenterX(at.getX());
    circle.setCenterY(at.getY());
    circle.setRadius(radius);
  }

  /** What of it is seen, for tests. */
  Node frame() {
    return frame;
  }
}
