package io.github.easel.ui.keys;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keys that mean something of their own to a control while the focus is in it, so that the window
 * must leave them to it: Alt+Up moves a row in one list and goes back in the prompts elsewhere.
 */
public final class OwnKeys {

  private OwnKeys() {}

  /** From now on these keys are the node's own while the focus is in it. */
  public static void claim(Node node, Predicate<KeyEvent> keys) {
    node.getProperties().put(OwnKeys.class, keys);
  }

  /** Whether the keys are the focused node's own, or one's that holds it. */
  @SuppressWarnings("unchecked")
  public static boolean claimed(@Nullable Node focused, KeyEvent event) {
    for (Node node = focused; node != null; node = node.getParent()) {
      Object keys = node.hasProperties() ? node.getProperties().get(OwnKeys.class) : null;
      if (keys != null && ((Predicate<KeyEvent>) keys).test(event)) {
        return true;
      }
    }
    return false;
  }
}
