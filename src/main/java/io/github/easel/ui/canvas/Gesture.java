package io.github.easel.ui.canvas;

/** What goes on while a button of the pointer is down. */
interface Gesture {

  /** The pointer is there now. */
  void to(Point point);

  /** The button was let go. */
  void end();

  /** All is as it was before. */
  void cancel();

  /** Something else changes the canvas. */
  default void interrupted() {
    cancel();
  }
}
