package io.github.easel.ui.studio;

import java.util.Locale;

/** What lies beside the words: the pictures, or a page in their place. */
public enum Page {
  VIEWER,
  /** What is painted on; like the viewer a face of the middle, and no page that is left again. */
  CANVAS,
  /** All pictures at once. */
  GALLERY,
  LEARN,
  /** Where the shown picture comes from; opened from its menu. */
  LINEAGE,
  SETTINGS,
  KEYS;

  /** Whether it stays until the other one is wanted. */
  boolean isFace() {
    return this == VIEWER || this == CANVAS;
  }

  /** The end of the keys of its texts and of the ids of its buttons. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
