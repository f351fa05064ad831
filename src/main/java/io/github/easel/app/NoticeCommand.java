package io.github.easel.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * The program of each system that shows a note. The words go as arguments, on Windows as variables
 * of the environment: no shell or script ever reads them as its own.
 */
enum NoticeCommand {
  /** Part of libnotify; there on GNOME, KDE, Xfce. */
  LINUX,
  /** Apple's script runner. */
  MAC,
  /** A toast by Windows PowerShell, which is part of Windows 10 and 11. */
  WINDOWS;

  private static final String TITLE = "EASEL_NOTICE_TITLE";
  private static final String TEXT = "EASEL_NOTICE_TEXT";

  /** Toasts need a registered program; PowerShell's own is registered everywhere. */
  private static final String TOAST =
      """
      [void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, \
      ContentType = WindowsRuntime]
      $toast = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent(\
      [Windows.UI.Notifications.ToastTemplateType]::ToastText02)
      $lines = $toast.GetElementsByTagName('text')
      [void]$lines.Item(0).AppendChild($toast.CreateTextNode($env:EASEL_NOTICE_TITLE))
      [void]$lines.Item(1).AppendChild($toast.CreateTextNode($env:EASEL_NOTICE_TEXT))
      $program = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
      [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($program).Show(\
      [Windows.UI.Notifications.ToastNotification]::new($toast))
      """;

  static NoticeCommand of(Properties system) {
    String name = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return WINDOWS;
    }
    return name.startsWith("mac") ? MAC : LINUX;
  }

  /** Not started yet. */
  ProcessBuilder toProcess(String title, String text) {
    List<String> command = new ArrayList<>();
    switch (this) {
      case LINUX ->
          command.addAll(
              List.of("notify-send", "--app-name=Easel", "--expire-time=10000", "--", title, text));
      case MAC ->
          command.addAll(
              List.of(
                  "osascript",
                  "-e",
                  "on run words",
                  "-e",
                  "display notification (item 2 of words) with title (item 1 of words)",
                  "-e",
                  "end run",
                  "--",
                  title,
                  text));
      case WINDOWS ->
          command.addAll(
              List.of(
                  "powershell.exe",
                  "-NoProfile",
                  "-NonInteractive",
                  "-WindowStyle",
                  "Hidden",
                  "-EncodedCommand",
                  Base64.getEncoder().encodeToString(TOAST.getBytes(StandardCharsets.UTF_16LE))));
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    if (this == WINDOWS) {
      builder.environment().put(TITLE, title);
      builder.environment().put(TEXT, text);
    }
    return builder;
  }
}
