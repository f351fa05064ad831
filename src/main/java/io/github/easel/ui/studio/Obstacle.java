package io.github.easel.ui.studio;

import java.util.Optional;

/** Why the button can do nothing now. */
public enum Obstacle {
  OPENING,
  UNAVAILABLE,
  NO_MODEL,
  NO_PROMPT,
  BAD_SEED,
  STOPPING;

  /** The key of its sentence under the button; none where the button's own word says it all. */
  public Optional<String> key() {
    return this == STOPPING ? Optional.empty() : Optional.of("obstacle." + name());
  }
}
