package io.github.easel.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The command line's texts in one language. */
final class Texts {

  private static final String BUNDLE = "io.github.easel.cli.Messages";
  private static final int MINUTE = 60;

  private final Locale locale;
  private final ResourceBundle bundle;

  Texts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            // Otherwise a computer set to Georgian would answer a wish for English in Georgian.
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  ResourceBundle bundle() {
    return bundle;
  }

  /** The text with its places filled. Numbers are given as strings, so that they stay plain. */
  String of(String key, String... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values.clone());
  }

  /** A span of time in seconds, or in minutes and seconds. */
  String time(double seconds) {
    long whole = Math.round(seconds);
    return whole < MINUTE
        ? of("time.seconds", Long.toString(whole))
        : of(
            "time.minutes",
            Long.toString(whole / MINUTE),
            String.format(Locale.ROOT, "%02d", whole % MINUTE));
  }

  /** A number of seconds with two decimals. */
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }
}
