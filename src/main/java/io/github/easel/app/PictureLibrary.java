package io.github.easel.app;

import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Provenance;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The pictures that {@link PictureStore} kept, in this start of the program and before.
 * Thread-safe; every question reads files, so ask it off the window's thread.
 */
public interface PictureLibrary {

  /** Where nothing is kept. */
  PictureLibrary EMPTY = new EmptyPictureLibrary();

  /**
   * A picture's file.
   *
   * @param made local time of its making, to the second, as its name tells
   */
  record Kept(Path file, LocalDateTime made) {}

  /**
   * The latest pictures made before that second, newest first.
   *
   * @param most how many; those made in the same second as the last one come along, so that going
   *     on before it misses none
   * @return an empty list when there are no more; folders that cannot be read are passed over
   */
  List<Kept> latest(LocalDateTime before, int most);

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
