package io.github.easel.app.paint;

import io.github.easel.generation.RefusedValue;

/**
 * How far a picture is extended past its sides.
 *
 * @param left pixels, 0 to 8192
 * @param right pixels, 0 to 8192
 * @param top pixels, 0 to 8192
 * @param bottom pixels, 0 to 8192
 */
public record Margins(int left, int right, int top, int bottom) {

  private static final int MOST = 8192;

  public Margins {
    for (int margin : new int[] {left, right, top, bottom}) {
      if (margin < 0 || margin > MOST) {
        throw new RefusedValue(RefusedValue.Kind.MARGIN, margin, MOST);
      }
    }
  }

  /** The pixels at a side. */
  public int at(Side side) {
    return switch (side) {
      case LEFT -> left;
      case RIGHT -> right;
      case TOP -> top;
      case BOTTOM -> bottom;
    };
  }

  /** Whether nothing is extended. */
  public boolean none() {
    return left + right + top + bottom == 0;
  }
}
