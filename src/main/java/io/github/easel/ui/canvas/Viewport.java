package io.github.easel.ui.canvas;

import io.github.easel.canvas.Area;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which part of the canvas, which has no edges, is seen, and how large. The scale counts the
 * screen's own pixels, so that at 100 % one pixel of the canvas is one of the screen; places in the
 * room are in JavaFX's pixels.
 */
public final class Viewport {

  static final double LEAST = 0.02;
  static final double MOST = 32;

  /** Stays free around what is seen whole, in JavaFX's pixels. */
  private static final double MARGIN = 40;

  private static final double[] STEPS = {
    0.02, 0.05, 0.1, 0.17, 0.25, 0.33, 0.5, 0.67, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32
  };

  /** Two scales nearer than this are one. */
  private static final double SAME = 1.001;

  /**
   * What is seen.
   *
   * @param left the canvas's column at the room's left edge
   * @param top the canvas's row at the room's upper edge
   * @param scale the screen's own pixels for one of the canvas's
   * @param density the screen's own pixels in one of JavaFX's
   * @param width the room's, in JavaFX's pixels
   * @param height the room's, in JavaFX's pixels
   */
  public record View(
      double left, double top, double scale, double density, double width, double height) {

    /** JavaFX's pixels for one of the canvas's. */
    double unit() {
      return scale / density;
    }

    /** The canvas's column at that place of the room. */
    double column(double x) {
      return left + x / unit();
    }

    /** The canvas's row at that place of the room. */
    double row(double y) {
      return top + y / unit();
    }

    /** Where that column is in the room, on the edge of a pixel of the screen. */
    double x(double column) {
      return Math.round((column - left) * scale) / density;
    }

    /** Where that row is in the room, on the edge of a pixel of the screen. */
    double y(double row) {
      return Math.round((row - top) * scale) / density;
    }

    /** All pixels of the canvas of which something is seen. */
    Area area() {
      return Area.between(
          (int) Math.floor(left),
          (int) Math.floor(top),
          (int) Math.ceil(column(width)) + 1,
          (int) Math.ceil(row(height)) + 1);
    }
  }

  private final ReadOnlyObjectWrapper<View> view =
      new ReadOnlyObjectWrapper<>(new View(0, 0, 1, 1, 0, 0));

  /** What is to be seen whole as soon as there is room. */
  private Area awaited = Area.NONE;

  /** The room that there is; what was in its middle stays there. */
  void room(double width, double height, double density) {
    View now = view.get();
    if (now.width() == width && now.height() == height && now.density() == density) {
      return;
    }
    double middleX = now.column(now.width() / 2);
    double middleY = now.row(now.height() / 2);
    double unit = now.scale() / density;
    view.set(
        new View(
            middleX - width / 2 / unit,
            middleY - height / 2 / unit,
            now.scale(),
            density,
            width,
            height));
    if (!awaited.empty() && width > 1 && height > 1) {
      show(awaited);
    }
  }

  /** Shows all of an area, at its own size if there is room. */
  public void show(Area area) {
    View now = view.get();
    if (area.empty() || now.width() <= 1 || now.height() <= 1) {
      awaited = area;
      return;
    }
    awaited = Area.NONE;
    double across = Math.max(1, now.width() - 2 * MARGIN) * now.density() / area.width();
    double down = Math.max(1, now.height() - 2 * MARGIN) * now.density() / area.height();
    double room = Math.min(across, down);
    double scale = room < 1 ? room : Math.max(1, Math.floor(Math.min(room, 4)));
    double unit = scale(scale) / now.density();
    view.set(
        new View(
            area.x() + area.width() / 2.0 - now.width() / 2 / unit,
            area.y() + area.height() / 2.0 - now.height() / 2 / unit,
            scale(scale),
            now.density(),
            now.width(),
            now.height()));
  }

  /** Whether all of an area is seen. */
  boolean holds(Area area) {
    View now = view.get();
    return area.x() >= now.left()
        && area.y() >= now.top()
        && area.right() <= now.column(now.width())
        && area.bottom() <= now.row(now.height());
  }

  /** Shows all of an area, no larger than what is seen now. */
  void reveal(Area area) {
    double before = view.get().scale();
    show(area);
    if (view.get().scale() > before) {
      to(before);
    }
  }

  private static double scale(double wanted) {
    return Math.max(LEAST, Math.min(MOST, wanted));
  }

  /** Draws at that scale; what is in the middle stays there. */
  public void to(double scale) {
    to(scale, view.get().width() / 2, view.get().height() / 2);
  }

  /** Draws at that scale; what is at that place of the room stays there. */
  void to(double wanted, double x, double y) {
    View now = view.get();
    double scale = scale(wanted);
    double unit = scale / now.density();
    awaited = Area.NONE;
    view.set(
        new View(
            now.column(x) - x / unit,
            now.row(y) - y / unit,
            scale,
            now.density(),
            now.width(),
            now.height()));
  }

  /** Draws that many times as large; what is at that place of the room stays there. */
  void by(double factor, double x, double y) {
    to(view.get().scale() * factor, x, y);
  }

  /** The next larger of the usual scales. */
  public void in() {
    for (double step : STEPS) {
      if (step > view.get().scale() * SAME) {
        to(step);
        return;
      }
    }
  }

  /** The next smaller of the usual scales. */
  public void out() {
    for (int i = STEPS.length - 1; i >= 0; i--) {
      if (STEPS[i] * SAME < view.get().scale()) {
        to(STEPS[i]);
        return;
      }
    }
  }

  /** Moves what is seen by so many of JavaFX's pixels. */
  void pan(double right, double down) {
    View now = view.get();
    awaited = Area.NONE;
    view.set(
        new View(
            now.left() - right / now.unit(),
            now.top() - down / now.unit(),
            now.scale(),
            now.density(),
            now.width(),
            now.height()));
  }

  /** What is seen. */
  public ReadOnlyObjectProperty<View> view() {
    return view.getReadOnlyProperty();
  }
}
