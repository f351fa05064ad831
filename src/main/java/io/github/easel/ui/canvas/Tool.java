package io.github.easel.ui.canvas;

import io.github.easel.ui.keys.Command;
import java.util.Locale;

/** What the pointer does on the canvas. */
public enum Tool {
  BRUSH(Command.BRUSH),
  ERASER(Command.ERASER),
  RECTANGLE(Command.RECTANGLE),
  ELLIPSE(Command.ELLIPSE),
  LASSO(Command.LASSO),
  WAND(Command.WAND),
  FILL(Command.FILL),
  PICKER(Command.PICKER),
  MOVE(Command.MOVE),
  CROP(Command.CROP),
  FRAME(Command.FRAME),
  HAND(Command.HAND);

  private final Command command;

  Tool(Command command) {
    this.command = command;
  }

  /** The command that takes it up. */
  Command command() {
    return command;
  }

  /** The end of the keys of its texts and of its button's id. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it paints with a round tip. */
  boolean strokes() {
    return this == BRUSH || this == ERASER;
  }

  /** Whether it paints a whole area, or takes it away. */
  boolean fillsAreas() {
    return this == RECTANGLE || this == ELLIPSE || this == LASSO || this == WAND;
  }

  /** Whether it goes by what colours have in common. */
  boolean seesColours() {
    return this == WAND || this == FILL;
  }
}
