package io.github.easel.cli;

import io.github.easel.app.PictureReport;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Writes to standard output what a picture says, for a person or for a program. */
interface ReportPrinter {

  /**
   * One file.
   *
   * @param report what it says; nothing if it does not say how it was made
   * @param texts the texts that it carries, or none if they were not asked for
   */
  void print(Path file, Optional<PictureReport> report, Map<String, String> texts);
}
