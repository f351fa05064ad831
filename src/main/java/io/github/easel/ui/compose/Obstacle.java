package io.github.easel.ui.compose;

/** Why the button can do nothing now. */
public enum Obstacle {
  OPENING,
  UNAVAILABLE,
  NO_MODEL,
  NO_PROMPT,
  BAD_SEED;

  /** The key of its sentence under the button. */
  public String key() {
    return "obstacle." + name();
  }
}
