package io.github.easel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether a window can open here. JavaFX says so only after printing stack traces, so we look
 * first.
 */
final class Display {

  /** What is missing for a window; the names are keys of the launcher's texts. */
  enum Obstacle {
    NO_DISPLAY,
    NO_GTK
  }

  private static final String GTK = "libgtk-3.so.0";
  private static final List<String> LIBRARY_FOLDERS =
      List.of("/usr/lib64", "/usr/lib", "/lib64", "/lib", "/usr/local/lib");

  private Display() {}

  /** What keeps this process from opening a window, if anything is known to. */
  static Optional<Obstacle> obstacle() {
    String system = System.getProperty("os.name", "");
    if (System.getProperty("glass.platform") != null) {
      return Optional.empty();
    }
    return obstacle(system, System.getenv(), file -> Files.exists(Path.of(file)));
  }

  static Optional<Obstacle> obstacle(
      String system, Map<String, String> environment, Predicate<String> exists) {
    if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
      return Optional.empty();
    }
    if (environment.getOrDefault("DISPLAY", "").isBlank()) {
      return Optional.of(Obstacle.NO_DISPLAY);
    }
    boolean gtk = libraryFolders(environment).map(f -> f + "/" + GTK).anyMatch(exists);
    return gtk ? Optional.empty() : Optional.of(Obstacle.NO_GTK);
  }

  /** The loader's folders, with those that Debian names after the processor. */
  private static Stream<String> libraryFolders(Map<String, String> environment) {
    String[] own = environment.getOrDefault("LD_LIBRARY_PATH", "").split(":");
    Stream<String> multiarch =
        Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu").map(arch -> "/usr/lib/" + arch);
    return Stream.of(
            Arrays.stream(own).filter(f -> !f.isBlank()), multiarch, LIBRARY_FOLDERS.stream())
        .flatMap(folders -> folders);
  }
}
