package io.github.easel.canvas;

/**
 * A rectangle of pixels on the canvas, which has no edges: coordinates may be below zero.
 *
 * @param x left, inclusive
 * @param y top, inclusive
 * @param width pixels, 0 or more
 * @param height pixels, 0 or more
 */
public record Area(int x, int y, int width, int height) {

  /** No pixel at all. */
  public static final Area NONE = new Area(0, 0, 0, 0);

  public Area {
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException("an area of " + width + "x" + height);
    }
  }

  /** The area between two corners, of which the second is outside. */
  public static Area between(int left, int top, int right, int bottom) {
    return right <= left || bottom <= top
        ? NONE
        : new Area(left, top, Math.subtractExact(right, left), Math.subtractExact(bottom, top));
  }

  /** The first column to the right of it. */
  public int right() {
    return x + width;
  }

  /** The first row below it. */
  public int bottom() {
    return y + height;
  }

  public boolean empty() {
    return width == 0 || height == 0;
  }

  /** What both share. */
  public Area and(Area other) {
    return between(
        Math.max(x, other.x),
        Math.max(y, other.y),
        Math.min(right(), other.right()),
        Math.min(bottom(), other.bottom()));
  }

  /** The least area that holds both. */
  public Area or(Area other) {
    if (empty()) {
      return other;
    }
    if (other.empty()) {
      return this;
    }
    return between(
        Math.min(x, other.x),
        Math.min(y, other.y),
        Math.max(right(), other.right()),
        Math.max(bottom(), other.bottom()));
  }

  /** Whether all of the other lies inside. */
  public boolean holds(Area other) {
    return other.empty()
        || (other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom());
  }

  /** The area moved. */
  public Area moved(int right, int down) {
    return new Area(x + right, y + down, width, height);
  }

  /** The area with a border all round; a border below zero takes away. */
  public Area grown(int border) {
    return between(x - border, y - border, right() + border, bottom() + border);
  }
}
