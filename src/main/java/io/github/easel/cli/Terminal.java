package io.github.easel.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out whether a person looks at what the process writes. */
final class Terminal {

  /** Says that the parent process passes on what is written, as Maven does. */
  private static final String RELAYED = "easel.relayed";

  private Terminal() {}

  /**
   * Whether standard error, or the stream that it is passed on to, is a terminal. Java tells that
   * only of standard input and output taken together, which has to do on systems without Linux's
   * {@code /proc}.
   */
  static boolean showsErrors() {
    try {
      String target = Files.readSymbolicLink(standardError()).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException notLinux) {
      return isTerminal(System.console());
    }
  }

  /** What is typed, if a person sits there. */
  static Answers answers() {
    return new ConsoleAnswers(
        () -> Optional.ofNullable(System.console()).filter(Terminal::isTerminal));
  }

  private static Path standardError() {
    String process =
        Boolean.getBoolean(RELAYED)
            ? ProcessHandle.current()
                .parent()
                .map(parent -> Long.toString(parent.pid()))
                .orElse("self")
            : "self";
    return Path.of("/proc", process, "fd", "2");
  }

  /** From Java 22 on there may be a console without a terminal, and a method that tells. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
