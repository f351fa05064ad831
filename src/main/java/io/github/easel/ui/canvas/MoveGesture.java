package io.github.easel.ui.canvas;

import io.github.easel.canvas.Area;
import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Moving;

/** Moves the active layer. */
final class MoveGesture implements Gesture {

  /** Layers of more pixels are moved by a worker; meanwhile their outline shows where to. */
  private static final long MOST_AT_ONCE = 2L << 20;

  private final Sheet sheet;
  private final Canvas before;
  private final Layer layer;
  private final Point from;
  private int right;
  private int down;

  MoveGesture(Sheet sheet, Point from) {
    this.sheet = sheet;
    this.from = from;
    before = sheet.settled();
    layer = before.layer(before.active()).seen(true); // nobody paints what nobody sees
  }

  @Override
  public void to(Point point) {
    right = (int) Math.round(point.x() - from.x());
    down = (int) Math.round(point.y() - from.y());
    if (point.even()) { // along one side only
      if (Math.abs(right) > Math.abs(down)) {
        down = 0;
      } else {
        right = 0;
      }
    }
    if (large()) {
      sheet.outline().set(Outline.of(layer.raster().extent().moved(right, down)));
    } else {
      sheet.previewLater(() -> moved(before));
    }
  }

  private boolean large() {
    Area extent = layer.raster().extent();
    return (long) extent.width() * extent.height() > MOST_AT_ONCE;
  }

  private Canvas moved(Canvas canvas) {
    return canvas.with(layer.with(Moving.moved(layer.raster(), right, down)));
  }

  @Override
  public void end() {
    if (right == 0 && down == 0) {
      sheet.back();
    } else if (large()) {
      sheet.later(this::moved);
    } else {
      Canvas moved = moved(before);
      sheet.commit(now -> moved);
    }
  }

  @Override
  public void cancel() {
    sheet.back();
  }
}
