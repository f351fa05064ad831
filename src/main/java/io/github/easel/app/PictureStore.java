package io.github.easel.app;

import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.PixelImage;
import java.nio.file.Path;

/** Keeps finished pictures as PNG files with their settings inside. */
public interface PictureStore {

  /**
   * Writes the picture into today's folder of the user's collection, under a name that is not
   * taken, and returns the file.
   *
   * @throws io.github.easel.generation.GenerationException if it cannot be written
   */
  Path keep(GenerationResult result);

  /**
   * Writes the picture to exactly this file, replacing what is there only once all of it is
   * written.
   *
   * @throws io.github.easel.generation.GenerationException if it cannot be written
   */
  void write(GenerationResult result, Path file);

  /**
   * The pixels of a picture that was kept or written, without its settings.
   *
   * @throws io.github.easel.generation.GenerationException if the file is gone, is no picture, or
   *     holds more pixels than there is memory for
   */
  PixelImage read(Path file);
}
