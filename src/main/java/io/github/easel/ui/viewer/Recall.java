package io.github.easel.ui.viewer;

import io.github.easel.ui.keys.Command;

/** How much of a picture's settings is taken over. */
public enum Recall {
  ALL(Command.RECALL_ALL),
  REMIX(Command.RECALL_REMIX),
  SEED(Command.RECALL_SEED),
  PROMPT(Command.RECALL_PROMPT),
  SIZE(Command.RECALL_SIZE);

  private final Command command;

  Recall(Command command) {
    this.command = command;
  }

  Command command() {
    return command;
  }
}
