package io.github.easel.runtime.onnx;

import java.util.Locale;

/** Says in a few words why ONNX Runtime's native library does not load. */
final class LibraryObstacle {

  private static final int LONGEST = 160;

  private LibraryObstacle() {}

  /**
   * In words for this system.
   *
   * @param system as Java names it, for example {@code Windows 11}
   * @param architecture likewise, for example {@code amd64}
   */
  static String inWords(Throwable thrown, String system, String architecture) {
    String message = deepestMessage(thrown);
    if (message.contains("java.library.path")) {
      return "ONNX Runtime has no native library for " + system + " " + architecture;
    }
    if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
      // Java's own copy of msvcp140.dll hides the system's, and std::mutex wants 14.40 or later
      return "ONNX Runtime does not load: it needs Microsoft's Visual C++ Redistributable (x64) and"
          + " a Java that brings no older copy of it, such as Temurin 17.0.13 or later";
    }
    String line = message.lines().findFirst().orElse("").strip();
    return "ONNX Runtime does not load: "
        + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
  }

  private static String deepestMessage(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage());
  }
}
