package io.github.easel.ui.canvas;

import io.github.easel.canvas.Brush;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Stroke;

/** A stroke of the brush or the eraser on the active layer. */
final class StrokeGesture implements Gesture {

  private final Sheet sheet;
  private final Canvas before;
  private final Layer layer;
  private final Stroke stroke;

  StrokeGesture(Sheet sheet, Brush brush) {
    this.sheet = sheet;
    before = sheet.settled();
    layer = before.layer(before.active()).seen(true); // nobody paints what nobody sees
    stroke = Stroke.begin(layer.raster(), brush);
  }

  /** The tiles are painted when the window next looks at the canvas, once a frame. */
  @Override
  public void to(Point point) {
    stroke.to(point.x(), point.y(), 1);
    sheet.previewLater(() -> before.with(layer.with(stroke.raster())));
  }

  @Override
  public void end() {
    Canvas painted = before.with(layer.with(stroke.end()));
    sheet.commit(now -> painted);
  }

  /** What is painted already is nobody's to lose. */
  @Override
  public void interrupted() {
    end();
  }

  @Override
  public void cancel() {
    sheet.back();
  }
}
