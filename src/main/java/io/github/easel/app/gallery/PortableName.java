package io.github.easel.app.gallery;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of files that every system takes, for pictures that go to other computers. Windows refuses
 * some letters, takes some names for devices whatever stands behind their first full stop, and cuts
 * off full stops and spaces at the end ("Naming Files, Paths, and Namespaces" in its documents).
 */
final class PortableName {

  private static final Pattern REFUSED = Pattern.compile("[<>:\"/\\\\|?*\\p{Cntrl}]");
  private static final Pattern CUT_OFF = Pattern.compile("[. ]+$");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)");

  private PortableName() {}

  /** The name itself where every system takes it, else one like it. */
  static String of(String name) {
    String safe = REFUSED.matcher(name).replaceAll("_");
    String whole = CUT_OFF.matcher(safe).replaceFirst("");
    int point = whole.indexOf('.');
    String beginning = (point < 0 ? whole : whole.substring(0, point)).strip();
    boolean device = DEVICE.matcher(beginning.toLowerCase(Locale.ROOT)).matches();
    return device || whole.isEmpty() ? "_" + whole : whole;
  }
}
