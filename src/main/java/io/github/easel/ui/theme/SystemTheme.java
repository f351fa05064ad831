package io.github.easel.ui.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the system around the window is light or dark, which JavaFX tells from version 22 on
 * only. The systems' own programs are asked, as they are part of every installation.
 */
public final class SystemTheme {

  /** Runs a program and gives what it printed, or nothing if it cannot or ends with an error. */
  @FunctionalInterface
  interface Programs {
    Optional<String> output(List<String> command);
  }

  private static final Logger LOG = LoggerFactory.getLogger(SystemTheme.class);
  private static final long PATIENCE_SECONDS = 3;
  private static final int MOST_OUTPUT = 4096;

  private final String system;
  private final Programs programs;

  SystemTheme(String system, Programs programs) {
    this.system = system.toLowerCase(Locale.ROOT);
    this.programs = programs;
  }

  /** The theme of this computer. */
  public static SystemTheme here() {
    return new SystemTheme(System.getProperty("os.name", ""), SystemTheme::run);
  }

  /**
   * The system's theme as of now, light if it does not tell. Takes a moment: not for FX's thread.
   */
  public Theme ask() {
    boolean dark;
    if (system.startsWith("windows")) {
      dark = windows();
    } else if (system.startsWith("mac")) {
      dark = says("dark", "defaults", "read", "-g", "AppleInterfaceStyle");
    } else {
      dark = free();
    }
    return dark ? Theme.DARK : Theme.LIGHT;
  }

  private boolean windows() {
    String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
    String name = "AppsUseLightTheme";
    return programs
        .output(List.of("reg", "query", key, "/v", name))
        .filter(text -> text.strip().matches("(?s).*" + name + "\\s+REG_DWORD\\s+0x0\\s*"))
        .isPresent();
  }

  /**
   * The desktops' common portal (1 is dark, 2 light, 0 no wish), then GNOME's setting, then the
   * theme's name.
   */
  private boolean free() {
    Optional<String> portal =
        programs
            .output(
                List.of(
                    "gdbus",
                    "call",
                    "--session",
                    "--timeout=2",
                    "--dest=org.freedesktop.portal.Desktop",
                    "--object-path=/org/freedesktop/portal/desktop",
                    "--method=org.freedesktop.portal.Settings.Read",
                    "org.freedesktop.appearance",
                    "color-scheme"))
            .filter(text -> text.contains("uint32"));
    if (portal.isPresent() && !portal.get().contains("uint32 0")) {
      return portal.get().contains("uint32 1");
    }
    String desktop = "org.gnome.desktop.interface";
    Optional<String> scheme =
        programs
            .output(List.of("gsettings", "get", desktop, "color-scheme"))
            .filter(text -> text.contains("prefer-"));
    if (scheme.isPresent()) {
      return scheme.get().contains("prefer-dark");
    }
    return says("dark", "gsettings", "get", desktop, "gtk-theme");
  }

  private boolean says(String word, String... command) {
    return programs
        .output(List.of(command))
        .filter(text -> text.toLowerCase(Locale.ROOT).contains(word))
        .isPresent();
  }

  static Optional<String> run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .start();
      try {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
          return Optional.empty();
        }
        byte[] printed = process.getInputStream().readNBytes(MOST_OUTPUT);
        return Optional.of(new String(printed, StandardCharsets.UTF_8));
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException absent) {
      LOG.debug("{} cannot be asked: {}", command.get(0), absent.toString());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
