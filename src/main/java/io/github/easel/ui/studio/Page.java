package io.github.easel.ui.studio;

import java.util.Locale;

/** What lies beside the words: the pictures, or a page in their place. */
public enum Page {
  VIEWER,
  LEARN,
  SETTINGS,
  KEYS;

  /** The end of the keys of its texts and of the ids of its buttons. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
