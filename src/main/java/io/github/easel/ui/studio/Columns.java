package io.github.easel.ui.studio;

/**
 * The widths of the columns in a window, in whole pixels. Side columns keep theirs while there is
 * room, and the middle takes the rest; where it gets too narrow the right column gives way first,
 * then the left one.
 *
 * @param left 0 while it is hidden
 * @param right 0 while it is hidden
 */
record Columns(double left, double right) {

  /** Narrower the middle is of little use. */
  static final double LEAST_MIDDLE = 360;

  static Columns fit(double width, Side left, Side right) {
    double wantedLeft = left.taken();
    double wantedRight = right.taken();
    double lack = Math.max(0, wantedLeft + wantedRight + LEAST_MIDDLE - width);
    double fromRight = Math.min(lack, spare(wantedRight, right));
    double fromLeft = Math.min(lack - fromRight, spare(wantedLeft, left));
    double fittedLeft = Math.min(wantedLeft - fromLeft, width);
    return new Columns(fittedLeft, Math.min(wantedRight - fromRight, width - fittedLeft));
  }

  private static double spare(double taken, Side side) {
    return Math.max(0, taken - side.least());
  }
}
