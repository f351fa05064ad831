package io.github.easel.ui.keys;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCombination;

/** What can be done by a key, with the key that usually does it. */
public enum Command {
  GENERATE(Group.DRAW, "Shortcut+Enter"),
  GENERATE_FIRST(Group.DRAW, "Shortcut+Shift+Enter"),
  CANCEL(Group.DRAW, "Esc"),
  CANCEL_ALL(Group.DRAW, "Shortcut+Shift+X"),
  PAUSE(Group.DRAW, "Shortcut+Shift+P"),
  PROMPT(Group.WORDS, "Shortcut+L"),
  HEAVIER(Group.WORDS, "Shortcut+Up"),
  LIGHTER(Group.WORDS, "Shortcut+Down"),
  EARLIER_PROMPT(Group.WORDS, "Alt+Up"),
  LATER_PROMPT(Group.WORDS, "Alt+Down"),
  ROLL_SEED(Group.WORDS, "Shortcut+D"),
  REUSE_SEED(Group.WORDS, "Shortcut+R"),
  RECALL_ALL(Group.PICTURE, "A"),
  RECALL_REMIX(Group.PICTURE, "R"),
  RECALL_SEED(Group.PICTURE, "S"),
  RECALL_PROMPT(Group.PICTURE, "P"),
  RECALL_SIZE(Group.PICTURE, "D"),
  USE_AS_SOURCE(Group.PICTURE, "Shortcut+Shift+U"),
  SAVE(Group.PICTURE, "Shortcut+S"),
  COPY(Group.PICTURE, "Shortcut+Shift+C"),
  COPY_SETTINGS(Group.PICTURE, "Shortcut+Alt+C"),
  PASTE(Group.PICTURE, "Shortcut+V"),
  OPEN(Group.PICTURE, "Shortcut+O"),
  REVEAL(Group.PICTURE, "Shortcut+Shift+R"),
  ACCEPT(Group.PICTURE, "K"),
  DISCARD(Group.PICTURE, "Delete"),
  INFO(Group.VIEW, "I"),
  PREVIOUS(Group.VIEW, "Left"),
  NEXT(Group.VIEW, "Right"),
  COMPARE(Group.VIEW, "C"),
  FIT(Group.VIEW, "Shortcut+0"),
  ACTUAL_SIZE(Group.VIEW, "Shortcut+1"),
  TWICE(Group.VIEW, "Shortcut+2"),
  ZOOM_IN(Group.VIEW, "Shortcut+Plus"),
  ZOOM_OUT(Group.VIEW, "Shortcut+Minus"),
  LEFT_PANEL(Group.WINDOW, "T"),
  RIGHT_PANEL(Group.WINDOW, "G"),
  DRAWER(Group.WINDOW, "Q"),
  ALL_PANELS(Group.WINDOW, "F"),
  LEARN(Group.WINDOW, "F2"),
  SETTINGS(Group.WINDOW, "Shortcut+Comma"),
  KEYS(Group.WINDOW, "F1");

  /** What commands are listed under. */
  public enum Group {
    DRAW,
    WORDS,
    PICTURE,
    VIEW,
    WINDOW
  }

  private final Group group;
  private final KeyCombination usual;

  Command(Group group, String usual) {
    this.group = group;
    this.usual = KeyCombination.valueOf(usual);
  }

  public Group group() {
    return group;
  }

  /** The keys that do it unless others were chosen. */
  public KeyCombination usual() {
    return usual;
  }

  /** The name in the settings file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The command of that label. */
  public static Optional<Command> find(String label) {
    return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
  }
}
