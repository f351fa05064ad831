package io.github.easel.ui.drop;

import java.util.Locale;

/** Settings that are taken over together or not at all. */
public enum SettingGroup {
  PROMPT,
  SEED,
  SIZE,
  SAMPLING,
  SOURCE,
  MODEL;

  /** The key of its name. */
  public String key() {
    return "group." + name().toLowerCase(Locale.ROOT);
  }
}
