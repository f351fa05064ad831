package io.github.easel.app.paint;

import java.util.Locale;

/** A side of a picture. */
public enum Side {
  LEFT,
  RIGHT,
  TOP,
  BOTTOM;

  boolean horizontal() {
    return this == LEFT || this == RIGHT;
  }

  /** The name in files and on the command line, for example {@code left}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
