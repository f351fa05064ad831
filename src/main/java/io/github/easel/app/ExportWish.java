package io.github.easel.app;

import java.util.List;
import java.util.Locale;

/**
 * How a copy of a picture is to be written.
 *
 * @param settings whether it tells how it was made, as kept pictures do; if not, it holds pixels
 *     and nothing else
 * @param lossless whether a WebP file keeps every pixel and is larger; PNG files always do, JPEG
 *     files never
 */
public record ExportWish(boolean settings, boolean lossless) {

  /** The endings of names that a copy can have, in lower case; the first is the usual. */
  public static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".webp");

  /** Whether the name ends in one of {@link #ENDINGS}. */
  public static boolean knows(String name) {
    return ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }
}
