package io.github.easel.app;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** A room's texts in one language. */
public final class Bundle {

  /** More than any text has. */
  private static final int PLACES = 5;

  private final Locale locale;
  private final ResourceBundle resources;

  /**
   * Texts in that language, or in English where there is no translation.
   *
   * @param name base name of a resource bundle whose root is English
   */
  public Bundle(String name, Locale locale) {
    this.locale = locale;
    this.resources =
        ResourceBundle.getBundle(
            name,
            locale,
            // Otherwise a computer set to Georgian would answer a wish for English in Georgian.
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The text as it stands, for what has no places. */
  public String get(String key) {
    return resources.getString(key);
  }

  /**
   * The text with its places filled; those without a value stay empty. Numbers are given as
   * strings, so that they stay plain.
   */
  public String of(String key, String... values) {
    Object[] filled = Arrays.copyOf(values, Math.max(PLACES, values.length), Object[].class);
    Arrays.fill(filled, values.length, filled.length, "");
    return new MessageFormat(get(key), locale).format(filled);
  }

  /** The language that was asked for. */
  public Locale locale() {
    return locale;
  }

  /** All texts. */
  public ResourceBundle resources() {
    return resources;
  }
}
