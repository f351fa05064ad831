package io.github.easel.weights;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The golden models, which are not part of the project. */
final class Golden {

  private Golden() {}

  /** A file of theirs; the test is skipped where they are absent. */
  static Path file(String name) {
    Path file =
        Path.of(System.getProperty("easel.home", ".")).resolve("../shared/golden").resolve(name);
    assumeTrue(Files.exists(file), file + " is not there");
    return file;
  }
}
