package io.github.easel.ui.keys;

import java.util.EnumMap;
import java.util.Map;

/** What each command does: every screen enters its own. */
public final class CommandTable {

  private final Map<Command, Runnable> actions = new EnumMap<>(Command.class);

  /** From now on the command does this. */
  public void on(Command command, Runnable action) {
    actions.put(command, action);
  }

  /** Does what the command says; whether anything was entered for it. */
  public boolean run(Command command) {
    Runnable action = actions.get(command);
    if (action != null) {
      action.run();
    }
    return action != null;
  }
}
