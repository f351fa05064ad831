package io.github.easel.ui.studio;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys of the studio. */
public enum Shortcut {
  GENERATE(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN)),
  CANCEL(new KeyCodeCombination(KeyCode.ESCAPE)),
  PROMPT(new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN)),
  ROLL_SEED(new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN)),
  REUSE_SEED(new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN)),
  RECALL(new KeyCodeCombination(KeyCode.U, KeyCombination.SHORTCUT_DOWN)),
  SAVE(new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN)),
  COPY(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));

  private final KeyCombination keys;

  Shortcut(KeyCombination keys) {
    this.keys = keys;
  }

  public boolean matches(KeyEvent event) {
    return keys.match(event);
  }

  /** The keys as the system writes them, for example {@code Ctrl+Enter}. */
  public String label() {
    return keys.getDisplayText();
  }
}
