package io.github.easel.ui.canvas;

import io.github.easel.canvas.Area;

/** Moves the frame, or one or two of its edges. */
final class FrameGesture implements Gesture {

  /** What of a frame is held. */
  enum Grip {
    INSIDE(0, 0),
    LEFT(-1, 0),
    RIGHT(1, 0),
    TOP(0, -1),
    BOTTOM(0, 1),
    TOP_LEFT(-1, -1),
    TOP_RIGHT(1, -1),
    BOTTOM_LEFT(-1, 1),
    BOTTOM_RIGHT(1, 1);

    private final int across;
    private final int down;

    Grip(int across, int down) {
      this.across = across;
      this.down = down;
    }

    /** -1 for the left edge, 1 for the right one, 0 for neither. */
    int across() {
      return across;
    }

    /** -1 for the upper edge, 1 for the lower one, 0 for neither. */
    int down() {
      return down;
    }
  }

  /** What edges snap to, so that models can draw the frame. */
  static final int GRID = 64;

  static final int FINE_GRID = 8;

  private final Sheet sheet;
  private final Area before;
  private final Grip grip;
  private final Point from;

  FrameGesture(Sheet sheet, Grip grip, Point from) {
    this.sheet = sheet;
    this.grip = grip;
    this.from = from;
    before = sheet.settled().frame();
  }

  @Override
  public void to(Point point) {
    int grid = point.fine() ? FINE_GRID : GRID;
    sheet.preview(
        sheet
            .settled()
            .framed(dragged(before, grip, point.x() - from.x(), point.y() - from.y(), grid)));
  }

  /** The frame after its grip was dragged so far; its moved edges lie on the grid. */
  static Area dragged(Area frame, Grip grip, double right, double down, int grid) {
    if (grip == Grip.INSIDE) {
      return new Area(
          snap(frame.x() + right, grid),
          snap(frame.y() + down, grid),
          frame.width(),
          frame.height());
    }
    int left = frame.x();
    int top = frame.y();
    int farX = frame.right();
    int farY = frame.bottom();
    if (grip.across() < 0) {
      left = Math.min(farX - grid, snap(left + right, grid));
    } else if (grip.across() > 0) {
      farX = Math.max(left + grid, snap(farX + right, grid));
    }
    if (grip.down() < 0) {
      top = Math.min(farY - grid, snap(top + down, grid));
    } else if (grip.down() > 0) {
      farY = Math.max(top + grid, snap(farY + down, grid));
    }
    return Area.between(left, top, farX, farY);
  }

  private static int snap(double at, int grid) {
    return (int) Math.round(at / grid) * grid;
  }

  @Override
  public void end() {
    Area to = sheet.canvas().get().frame();
    sheet.commit(now -> now.framed(to));
  }

  @Override
  public void cancel() {
    sheet.back();
  }
}
