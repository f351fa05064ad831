package io.github.easel.ui.settings;

import java.util.Locale;

/** One setting, as it can be searched for. */
enum Item {
  LANGUAGE(Section.APPEARANCE),
  THEME(Section.APPEARANCE),
  PICTURES(Section.FOLDERS),
  MODELS(Section.FOLDERS),
  MEANING(Section.FOLDERS),
  DEVICE(Section.ENGINE),
  MEMORY(Section.ENGINE),
  THREADS(Section.ENGINE),
  PRECISION(Section.ENGINE),
  PREVIEW(Section.PREVIEWS),
  EVERY(Section.PREVIEWS),
  KEYS(Section.KEYS),
  STRIP(Section.PRIVACY),
  DESKTOP(Section.NOTICES),
  SOUND(Section.NOTICES);

  private final Section section;

  Item(Section section) {
    this.section = section;
  }

  Section section() {
    return section;
  }

  /** The end of the ids of its controls. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The key of its name; that of other words that it can be found by ends in {@code .words}. */
  String key() {
    return "item." + label();
  }
}
