package io.github.easel.hub;

import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Names that come from elsewhere and become files here. */
final class FileNames {

  private static final int LONGEST = 200;
  private static final Pattern WINDOWS_DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
  private static final String NOT_ON_WINDOWS = "<>:\"|?*\\";

  private FileNames() {}

  /**
   * Refuses a path that leads, or may lead, out of the folder it belongs into.
   *
   * @throws GenerationException {@link Kind#NAME_HOSTILE}
   */
  static void refuseHostile(String path, String model) {
    boolean hostile =
        path.isEmpty()
            || path.startsWith("/")
            || path.indexOf('\\') >= 0
            || path.matches("(?s)[A-Za-z]:.*")
            || path.chars().anyMatch(Character::isISOControl);
    for (String name : path.split("/", -1)) {
      hostile |= name.isEmpty() || name.equals(".") || name.equals("..");
    }
    if (hostile) {
      throw HubRefusal.of(Kind.NAME_HOSTILE, shown(path), model);
    }
  }

  /**
   * The path below a folder, whatever the system.
   *
   * @throws GenerationException {@link Kind#NAME_UNSUITABLE} if a system exists that cannot have
   *     it, so that models can be carried from one computer to the next
   */
  static Path below(String path) {
    for (String name : path.split("/", -1)) {
      if (!isUsual(name)) {
        throw HubRefusal.of(Kind.NAME_UNSUITABLE, shown(path));
      }
    }
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw HubRefusal.because(e, Kind.NAME_UNSUITABLE, shown(path));
    }
  }

  private static boolean isUsual(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST
        && !name.endsWith(".")
        && !name.endsWith(" ")
        && !WINDOWS_DEVICE.matcher(name).matches()
        && name.chars().noneMatch(c -> NOT_ON_WINDOWS.indexOf(c) >= 0 || Character.isISOControl(c));
  }

  private static String shown(String path) {
    String safe = path.replaceAll("\\p{Cntrl}", "?");
    return safe.length() > LONGEST ? safe.substring(0, LONGEST) + "…" : safe;
  }
}
