package io.github.easel.ui.canvas;

/**
 * Where the pointer is on the canvas, and which keys are down.
 *
 * @param x pixels of the canvas; the middle of a pixel is at one half
 * @param y pixels of the canvas
 * @param even whether sides and directions are kept even (Shift)
 * @param fine whether the frame snaps to 8 instead of 64 (Ctrl)
 */
record Point(double x, double y, boolean even, boolean fine) {

  Point(double x, double y) {
    this(x, y, false, false);
  }

  int column() {
    return (int) Math.floor(x);
  }

  int row() {
    return (int) Math.floor(y);
  }
}
