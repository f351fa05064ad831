package io.github.easel.app;

import io.github.easel.file.FileReason;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Calls the commands that each system has for this. Java's own {@code java.awt.Desktop} would bring
 * a second window toolkit into the program, which on some systems hangs beside JavaFX.
 */
public final class LocalSystemDesktop implements SystemDesktop {

  /** Runs a command, for tests to listen in. */
  @FunctionalInterface
  interface Commands {

    /** Starts it; what comes back ends with its exit code. */
    CompletionStage<Integer> start(List<String> command) throws IOException;
  }

  /** The systems whose commands are known. */
  enum Kind {
    WINDOWS,
    MAC,
    /** The rest, by the conventions of freedesktop.org. */
    FREE
  }

  private final Kind kind;
  private final Commands commands;

  LocalSystemDesktop(Kind kind, Commands commands) {
    this.kind = kind;
    this.commands = commands;
  }

  /** The desktop of this computer. */
  public static SystemDesktop ofThisComputer() {
    return new LocalSystemDesktop(
        kind(System.getProperty("os.name", "")), LocalSystemDesktop::start);
  }

  static Kind kind(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return Kind.WINDOWS;
    }
    return name.startsWith("mac") ? Kind.MAC : Kind.FREE;
  }

  private static CompletionStage<Integer> start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .onExit()
        .thenApply(Process::exitValue);
  }

  @Override
  public CompletionStage<Void> reveal(Path file) {
    Path whole = file.toAbsolutePath();
    return switch (kind) {
      case WINDOWS -> ask(whole, List.of("explorer.exe", "/select," + whole));
      case MAC -> ask(whole, List.of("open", "-R", whole.toString()));
      case FREE ->
          ask(whole, showItems(whole))
              .handle((shown, failure) -> failure == null)
              .thenCompose(shown -> shown ? done() : ask(whole, xdgOpen(folder(whole))));
    };
  }

  @Override
  public CompletionStage<Void> open(Path file) {
    Path whole = file.toAbsolutePath();
    return switch (kind) {
      case WINDOWS -> ask(whole, List.of("explorer.exe", whole.toString()));
      case MAC -> ask(whole, List.of("open", whole.toString()));
      case FREE -> ask(whole, xdgOpen(whole));
    };
  }

  /** The file managers' common interface; a comma would begin a second item. */
  private static List<String> showItems(Path file) {
    return List.of(
        "dbus-send",
        "--session",
        "--print-reply",
        "--dest=org.freedesktop.FileManager1",
        "/org/freedesktop/FileManager1",
        "org.freedesktop.FileManager1.ShowItems",
        "array:string:" + file.toUri().toASCIIString().replace(",", "%2C"),
        "string:");
  }

  private static List<String> xdgOpen(Path path) {
    return List.of("xdg-open", path.toString());
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private CompletionStage<Void> ask(Path path, List<String> command) {
    if (!Files.exists(path)) {
      return failed(path, FileReason.GONE.words(), null);
    }
    try {
      return commands
          .start(command)
          .thenCompose(
              code ->
                  // Explorer ends with 1 although all went well
                  code == 0 || kind == Kind.WINDOWS
                      ? done()
                      : failed(path, command.get(0) + " ended with " + code, null));
    } catch (IOException e) {
      return failed(path, command.get(0) + " cannot be started", e);
    }
  }

  private static CompletionStage<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  private static CompletionStage<Void> failed(
      Path path, String reason, @Nullable IOException cause) {
    return CompletableFuture.failedFuture(
        new GenerationException(
            Failure.DESKTOP_UNAVAILABLE,
            "cannot show " + path + ": " + reason,
            cause,
            path.toString(),
            reason));
  }
}
