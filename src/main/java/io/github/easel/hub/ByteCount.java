package io.github.easel.hub;

import java.util.Locale;

/** Sizes of files in words, in powers of ten as the hub shows them. */
public final class ByteCount {

  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};
  private static final double STEP = 1000;
  private static final double WHOLE = 99.95;

  private ByteCount() {}

  /** For example {@code 812 kB} or {@code 4.3 GB}. */
  public static String text(long bytes) {
    if (bytes < STEP) {
      return bytes + " B";
    }
    double count = bytes;
    int unit = -1;
    while (count >= STEP && unit < UNITS.length - 1) {
      count /= STEP;
      unit++;
    }
    String digits = count < WHOLE ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, digits, count) + " " + UNITS[unit];
  }
}
