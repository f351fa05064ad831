package io.github.easel.ui.studio;

import io.github.easel.ui.keys.Command;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lies beside the words: the pictures, or a page in their place. */
public enum Page {
  VIEWER(null),
  /** What is painted on; like the viewer a face of the middle, and no page that is left again. */
  CANVAS(Command.CANVAS),
  /** All pictures at once. */
  GALLERY(Command.GALLERY),
  /** The models: what is here, and what can be had. */
  MODELS(Command.MODELS),
  /** A thing, style or character of one’s own. */
  TEACH(Command.TEACH),
  LEARN(Command.LEARN),
  /** Where the shown picture comes from; opened from its menu. */
  LINEAGE(null),
  SETTINGS(Command.SETTINGS),
  KEYS(Command.KEYS);

  private final @Nullable Command command;

  Page(@Nullable Command command) {
    this.command = command;
  }

  /** What opens it and leaves it again by a key, if anything does. */
  Optional<Command> command() {
    return Optional.ofNullable(command);
  }

  /** Whether it stays until the other one is wanted. */
  boolean isFace() {
    return this == VIEWER || this == CANVAS;
  }

  /** The end of the keys of its texts and of the ids of its buttons. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
