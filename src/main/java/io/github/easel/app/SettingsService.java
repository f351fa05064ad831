package io.github.easel.app;

import io.github.easel.generation.Provenance;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads how pictures were made, whichever program made them. */
public interface SettingsService {

  /**
   * What a PNG, JPEG or WebP picture or a text file says, and the request that makes it again;
   * nothing if it does not say.
   *
   * @param model stands in for a model that is not at hand, and its settings for those that the
   *     picture does not say; the first of the list if empty
   * @param seed stands in for a seed that the picture does not say, 0 to 2^32-1
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE}; {@code
   *     MODEL_...} if that model cannot be used
   */
  Optional<PictureReport> read(Path file, Optional<String> model, long seed);

  /**
   * Likewise for a text that was copied from somewhere.
   *
   * @throws io.github.easel.generation.GenerationException {@code MODEL_...} if that model cannot
   *     be used
   */
  Optional<PictureReport> readText(String text, Optional<String> model, long seed);

  /**
   * How a picture was made, as A1111 writes it and most other programs read it: what Easel's own
   * files carry too.
   */
  String write(Provenance provenance);

  /**
   * The texts that the file carries beside its pixels, by keyword, untouched.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE}
   */
  Map<String, String> texts(Path file);
}
