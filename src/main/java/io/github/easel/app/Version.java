package io.github.easel.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The program's version, as the build wrote it down. */
public final class Version {

  private Version() {}

  /** For example {@code 0.1.0}. */
  public static String number() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }

  /** For example {@code Easel 0.1.0}, as pictures record it. */
  public static String program() {
    return "Easel " + number();
  }
}
