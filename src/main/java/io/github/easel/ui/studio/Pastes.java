package io.github.easel.ui.studio;

import io.github.easel.ui.drop.DropViewModel;
import io.github.easel.ui.drop.Dropped;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/**
 * Pasting: what is on the clipboard is looked at as if it had been dropped. Text fields keep their
 * words to themselves, but for settings that are pasted into the prompt.
 */
final class Pastes {

  private final DropViewModel drop;
  private final Supplier<Clipboard> clipboard = Clipboard::getSystemClipboard;
  private final Supplier<? extends @Nullable Node> focus;

  /**
   * @param focus what has the focus
   */
  Pastes(DropViewModel drop, Supplier<? extends @Nullable Node> focus) {
    this.drop = drop;
    this.focus = focus;
  }

  /** Whether the clipboard is to be looked at while that has the focus. */
  boolean isFor(@Nullable Node focused) {
    if (!(focused instanceof TextInputControl field)) {
      return true;
    }
    Clipboard board = clipboard.get();
    if (!board.hasString()) {
      return Dropped.isIn(board); // no field can take it
    }
    return "prompt".equals(field.getId())
        && Dropped.looksLikeSettings(String.valueOf(board.getString()));
  }

  void paste() {
    Dropped dropped = Dropped.of(clipboard.get());
    if (focus.get() instanceof TextInputControl field && dropped.text().isPresent()) {
      String text = dropped.text().get();
      drop.paste(text, () -> field.replaceSelection(text));
    } else {
      drop.take(dropped, DropViewModel.Place.WINDOW);
    }
  }
}
