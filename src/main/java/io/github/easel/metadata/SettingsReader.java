package io.github.easel.metadata;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads how a picture was made, whichever program made it. */
public final class SettingsReader {

  private SettingsReader() {}

  /**
   * The settings in a PNG, JPEG or WebP picture or in a text file; nothing if it holds none.
   *
   * @throws io.github.easel.generation.GenerationException as {@link PictureTexts#of} says
   */
  public static Optional<FoundSettings> read(Path file) {
    return of(PictureTexts.of(file));
  }

  /** The settings in a picture's texts by keyword, as {@link PictureTexts} reads them. */
  public static Optional<FoundSettings> of(Map<String, String> texts) {
    return Programs.find(texts);
  }

  /** The settings in a text that was copied from somewhere; nothing if it is no settings. */
  public static Optional<FoundSettings> of(String text) {
    return Programs.ofContent(text);
  }
}
