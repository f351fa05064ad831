package io.github.easel.runtime.onnx;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ONNX Runtime unpacks its native library into the temporary folder at every start and deletes it
 * again, which Windows refuses while the library is in use: every start would leave 16 MB behind.
 */
final class LeftLibraries {

  private static final Logger LOG = LoggerFactory.getLogger(LeftLibraries.class);
  private static final String FOLDERS = "onnxruntime-java*";

  /** A folder as young as this may belong to a start that has not opened the library yet. */
  private static final Duration YOUNG = Duration.ofHours(1);

  private LeftLibraries() {}

  /** Deletes on Windows what earlier starts left; a library that is in use stays. */
  static void delete() {
    if (File.separatorChar == '\\') {
      try {
        delete(Path.of(System.getProperty("java.io.tmpdir", "")), Instant.now().minus(YOUNG));
      } catch (IOException | InvalidPathException e) {
        LOG.info("libraries of earlier starts stay: {}", e.toString());
      }
    }
  }

  static void delete(Path temporary, Instant before) throws IOException {
    for (Path folder : children(temporary, FOLDERS)) {
      if (Files.getLastModifiedTime(folder).toInstant().isBefore(before)) {
        deleteFolder(folder);
      }
    }
  }

  /** In order of names onnxruntime.dll comes first; where it is in use, all the rest stays too. */
  private static void deleteFolder(Path folder) {
    try {
      for (Path file : children(folder, "*")) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException inUse) {
      LOG.debug("{} stays: {}", folder, inUse.toString());
    }
  }

  private static List<Path> children(Path folder, String pattern) throws IOException {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
      List<Path> children = new ArrayList<>();
      stream.forEach(children::add);
      Collections.sort(children);
      return children;
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }
}
