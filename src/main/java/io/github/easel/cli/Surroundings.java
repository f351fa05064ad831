package io.github.easel.cli;

import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * What the command line meets when it runs.
 *
 * @param open opens the services; the command closes them
 * @param openWindow shows the window, returns when it is closed, and gives the exit code
 * @param camera takes pictures of the window
 * @param streams where to write
 * @param locale the language of texts
 * @param folder the current folder: relative paths start here
 * @param version program and version, for example {@code Easel 0.1.0}
 */
public record Surroundings(
    Function<ServiceOptions, Services> open,
    IntSupplier openWindow,
    Camera camera,
    Streams streams,
    Locale locale,
    Path folder,
    String version) {

  /** Takes pictures of the window in all its states. */
  @FunctionalInterface
  public interface Camera {

    /**
     * Writes them as PNG files; no display is needed.
     *
     * @param scale pixels of a picture for one of the window
     */
    void takeAll(Path folder, double scale);
  }
}
