package io.github.easel;

import java.nio.file.Path;

/** Tells logback.xml where the log goes; to be asked before the first logger is made. */
final class LogPlace {

  private static final String NOW = "easel.log";
  private static final String OLDER = "easel.log.older";

  private LogPlace() {}

  /**
   * Sets the properties that logback.xml reads.
   *
   * @param usual the log's file unless {@code -Deasel.log} names another
   */
  static void set(Path usual) {
    String log = System.getProperty(NOW, usual.toString());
    System.setProperty(NOW, log);
    System.setProperty(OLDER, older(log, System.getProperty("java.io.tmpdir", "")));
  }

  /**
   * What the names of older logs begin with. Logback takes a percent sign there for its own and
   * knows no way to write one, so that they lie elsewhere if the log's folder has one in its name.
   */
  static String older(String log, String temporary) {
    if (!log.contains("%")) {
      return log;
    }
    return temporary.contains("%") ? NOW : Path.of(temporary).resolve(NOW).toString();
  }
}
