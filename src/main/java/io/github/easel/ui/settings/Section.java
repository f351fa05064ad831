package io.github.easel.ui.settings;

import io.github.easel.settings.Settings;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Settings that belong together. */
enum Section {
  APPEARANCE(
      now -> now.withLanguage(Settings.DEFAULTS.language()).withTheme(Settings.DEFAULTS.theme())),
  FOLDERS(now -> now.withFolders(Settings.DEFAULTS.folders())),
  ENGINE(now -> now.withEngine(Settings.DEFAULTS.engine())),
  PREVIEWS(now -> now.withPreviews(Settings.DEFAULTS.previews())),
  KEYS(now -> now.withKeys(Settings.DEFAULTS.keys())),
  PRIVACY(now -> now.withPrivacy(Settings.DEFAULTS.privacy())),
  NOTICES(now -> now.withNotices(Settings.DEFAULTS.notices()));

  // fixed functions without state
  @SuppressWarnings("ImmutableEnumChecker")
  private final UnaryOperator<Settings> reset;

  Section(UnaryOperator<Settings> reset) {
    this.reset = reset;
  }

  /** The settings with this section as a first start finds it. */
  Settings reset(Settings now) {
    return reset.apply(now);
  }

  /** The key of its name. */
  String key() {
    return "section." + name().toLowerCase(Locale.ROOT);
  }
}
