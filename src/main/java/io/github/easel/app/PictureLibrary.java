package io.github.easel.app;

import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Provenance;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads single pictures that {@link PictureStore} kept, in this start of the program and before;
 * {@link GalleryService} finds them. Thread-safe; every question reads files, so ask it off the
 * window's thread.
 */
public interface PictureLibrary {

  /** Where nothing is kept. */
  PictureLibrary EMPTY = new EmptyPictureLibrary();

  /**
   * The picture made small: its longer side has at most that many pixels.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE}, for one because
   *     it is gone; {@code OUT_OF_MEMORY}
   */
  PixelImage thumbnail(Path file, int longest);

  /**
   * What a file tells of the making of its picture.
   *
   * @param provenance how it was made
   * @param seconds how long that took; nothing in files of Easel's first days
   */
  record Made(Provenance provenance, Optional<Double> seconds) {}

  /**
   * How the picture was made and how long it took; nothing if the file does not say it in Easel's
   * own way.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE}
   */
  Optional<Made> made(Path file);
}
