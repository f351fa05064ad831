package io.github.easel.ui.drop;

import java.util.Locale;

/**
 * One setting as it is and as it would become.
 *
 * @param now empty where nothing is typed or chosen; {@link #ON} for what is switched on
 * @param then likewise
 */
public record Change(Setting setting, String now, String then) {

  /** What a setting says that is switched on. */
  static final String ON = "on";

  /** What stands before a mask's hash if what it keeps becomes new instead. */
  static final String INVERTED = "!";

  /** What can change. */
  public enum Setting {
    PROMPT(SettingGroup.PROMPT),
    NEGATIVE(SettingGroup.PROMPT),
    STYLES(SettingGroup.PROMPT),
    DYNAMIC(SettingGroup.PROMPT),
    CLIP_SKIP(SettingGroup.PROMPT),
    SYNTAX(SettingGroup.PROMPT),
    EMPHASIS(SettingGroup.PROMPT),
    SEED(SettingGroup.SEED),
    VARIATION(SettingGroup.SEED),
    VARIATION_SEED(SettingGroup.SEED),
    RANDOM(SettingGroup.SEED),
    NOISE_SIZE(SettingGroup.SEED),
    STEP_SEED_DELTA(SettingGroup.SEED),
    SIZE(SettingGroup.SIZE),
    SAMPLER(SettingGroup.SAMPLING),
    SCHEDULE(SettingGroup.SAMPLING),
    STEPS(SettingGroup.SAMPLING),
    GUIDANCE(SettingGroup.SAMPLING),
    ETA(SettingGroup.SAMPLING),
    ECONOMY(SettingGroup.SAMPLING),
    SOURCE(SettingGroup.SOURCE),
    STRENGTH(SettingGroup.SOURCE),
    FIT(SettingGroup.SOURCE),
    NOISE_MULTIPLIER(SettingGroup.SOURCE),
    LIGHTNESS(SettingGroup.SOURCE),
    MASK(SettingGroup.SOURCE),
    MASK_CONTENT(SettingGroup.SOURCE),
    MASK_BLUR(SettingGroup.SOURCE),
    MASK_GROW(SettingGroup.SOURCE),
    MASK_PADDING(SettingGroup.SOURCE),
    MODEL(SettingGroup.MODEL);

    private final SettingGroup group;

    Setting(SettingGroup group) {
      this.group = group;
    }

    /** What it is taken over with. */
    public SettingGroup group() {
      return group;
    }

    /** The key of its name. */
    public String key() {
      return "setting." + name().toLowerCase(Locale.ROOT);
    }
  }
}
