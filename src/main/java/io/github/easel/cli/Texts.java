package io.github.easel.cli;

import io.github.easel.app.Bundle;
import java.util.Locale;
import java.util.ResourceBundle;

/** The command line's texts in one language. */
final class Texts {

  private static final String BUNDLE = "io.github.easel.cli.Messages";
  private static final int MINUTE = 60;

  private final Bundle bundle;

  Texts(Locale locale) {
    this.bundle = new Bundle(BUNDLE, locale);
  }

  ResourceBundle bundle() {
    return bundle.resources();
  }

  /** The text with its places filled. Numbers are given as strings, so that they stay plain. */
  String of(String key, String... values) {
    return bundle.of(key, values);
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
