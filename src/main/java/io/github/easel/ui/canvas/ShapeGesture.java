package io.github.easel.ui.canvas;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Cover;
import io.github.easel.canvas.Cropping;
import io.github.easel.canvas.Ink;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Shapes;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the outline of a rectangle, an ellipse or a lasso, and fills it on the active layer; or
 * cuts off what lies outside.
 */
final class ShapeGesture implements Gesture {

  /** Points of a lasso nearer than this to each other say nothing new, in pixels. */
  private static final double NEAR = 0.75;

  private final Sheet sheet;
  private final Tool tool;
  private final Ink ink;
  private final Point from;
  private final List<Point> path = new ArrayList<>();
  private Point last;

  ShapeGesture(Sheet sheet, Tool tool, Ink ink, Point from) {
    this.sheet = sheet;
    this.tool = tool;
    this.ink = ink;
    this.from = from;
    last = from;
    path.add(from);
  }

  @Override
  public void to(Point point) {
    if (tool == Tool.LASSO) {
      if (Math.hypot(point.x() - last.x(), point.y() - last.y()) >= NEAR) {
        path.add(point);
        last = point;
      }
      sheet.outline().set(new Outline(path, false));
      return;
    }
    last = point.even() ? even(from, point) : point;
    sheet
        .outline()
        .set(
            new Outline(
                List.of(from, new Point(last.x(), from.y()), last, new Point(from.x(), last.y())),
                tool == Tool.ELLIPSE));
  }

  /** The point in that direction at which both sides are alike. */
  private static Point even(Point from, Point to) {
    double side = Math.max(Math.abs(to.x() - from.x()), Math.abs(to.y() - from.y()));
    return new Point(
        from.x() + Math.copySign(side, to.x() - from.x()),
        from.y() + Math.copySign(side, to.y() - from.y()));
  }

  @Override
  public void end() {
    if (path.size() == 1 && Math.hypot(last.x() - from.x(), last.y() - from.y()) < 1) {
      sheet.back(); // a click is no shape
      return;
    }
    if (tool == Tool.CROP) {
      Area kept =
          Area.between(
              (int) Math.round(Math.min(from.x(), last.x())),
              (int) Math.round(Math.min(from.y(), last.y())),
              (int) Math.round(Math.max(from.x(), last.x())),
              (int) Math.round(Math.max(from.y(), last.y())));
      sheet.later(canvas -> cropped(canvas, kept));
      return;
    }
    Cover cover = cover();
    sheet.later(canvas -> painted(canvas, cover, ink));
  }

  /** The frame stays where it is, unless nothing would be left in it. */
  private static Canvas cropped(Canvas canvas, Area kept) {
    if (kept.empty()) {
      return canvas;
    }
    Area frame = canvas.frame();
    return Cropping.toFrame(canvas.framed(kept)).framed(frame.and(kept).empty() ? kept : frame);
  }

  private Cover cover() {
    return switch (tool) {
      case ELLIPSE -> Shapes.ellipse(from.x(), from.y(), last.x(), last.y());
      case LASSO ->
          Shapes.lasso(
              path.stream().mapToDouble(Point::x).toArray(),
              path.stream().mapToDouble(Point::y).toArray());
      default -> Shapes.rectangle(from.x(), from.y(), last.x(), last.y());
    };
  }

  /** The canvas with ink on its active layer. */
  static Canvas painted(Canvas canvas, Cover cover, Ink ink) {
    Layer layer = canvas.layer(canvas.active()).seen(true); // nobody paints what nobody sees
    return canvas.with(layer.with(layer.raster().painted(cover, ink)));
  }

  @Override
  public void cancel() {
    sheet.back();
  }
}
