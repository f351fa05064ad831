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
   * Writes a copy for other eyes to exactly this file, replacing what is there only once all of it
   * is written. The name's ending says what it becomes: {@link ExportWish#ENDINGS}.
   *
   * @throws io.github.easel.generation.GenerationException if it cannot be written, also for
   *     another ending and where WebP cannot be written on this kind of computer
   */
  void export(GenerationResult result, Path file, ExportWish wish);

  /**
   * The pixels of a picture of any kind, upright as its camera says, without its settings.
   *
   * @throws io.github.easel.generation.GenerationException if the file is gone, is no picture, or
   *     holds more pixels than there is memory for
   */
  PixelImage read(Path file);
}
