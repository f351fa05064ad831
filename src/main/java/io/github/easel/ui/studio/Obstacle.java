package io.github.easel.ui.studio;

/** Why the button can do nothing now, each with a sentence under the button. */
public enum Obstacle {
  OPENING,
  UNAVAILABLE,
  NO_MODEL,
  NO_PROMPT,
  BAD_SEED,
  STOPPING;

  /** The key of its sentence. */
  public String key() {
    return "obstacle." + name();
  }
}
