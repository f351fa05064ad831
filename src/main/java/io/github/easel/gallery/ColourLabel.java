package io.github.easel.gallery;

/** A colour that an artist marks pictures with; what it means is the artist's own. */
public enum ColourLabel {
  RED,
  ORANGE,
  YELLOW,
  GREEN,
  BLUE,
  PURPLE
}
