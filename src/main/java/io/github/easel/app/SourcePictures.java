package io.github.easel.app;

import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Easel's own copies of the pictures that others begin with: a file that was dropped into the
 * window may be moved or changed while pictures that begin with it wait, or before one is made
 * again. Thread-safe; reading and writing take their time, so call it off the window's thread.
 */
public interface SourcePictures {

  /** Keeps nothing. */
  SourcePictures NONE = new NoSourcePictures();

  /**
   * Keeps a copy of the picture in a file: PNG, JPEG or another kind that the room {@code image}
   * reads.
   *
   * @return the copy, a PNG file named after its pixels; keeping the same pixels again gives the
   *     same file
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE}, also for what
   *     is no picture, is cut short or has more than 64 million pixels; {@code FILE_UNWRITABLE};
   *     {@code OUT_OF_MEMORY}
   */
  Path keep(Path file);

  /**
   * Keeps a copy of a picture.
   *
   * @return as {@link #keep(Path)}
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}
   */
  Path keep(PixelImage image);

  /**
   * The pixels of any picture's file, a copy's or another's, upright, what shines through white.
   * Those of a copy are in the memory only while somebody uses them ({@link PixelImage#keptIn}).
   *
   * @throws io.github.easel.generation.GenerationException as {@link #keep(Path)}
   */
  PixelImage read(Path file);

  /**
   * The kept picture of those pixels, if there is a sound copy of it.
   *
   * @param sha256 the pixels' {@link PixelImage#sha256}
   */
  Optional<PixelImage> find(String sha256);

  /**
   * Keeps a copy of a mask.
   *
   * @return the copy, a grey PNG file named after the mask; keeping an equal mask again gives the
   *     same file
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}
   */
  Path keep(Mask mask);

  /**
   * The mask in any picture's file, a copy's or another's: white is painted anew, and where
   * anything shines through, what does not.
   *
   * @throws io.github.easel.generation.GenerationException as {@link #keep(Path)}
   */
  Mask mask(Path file);

  /**
   * The kept mask of those values, if there is a sound copy of it.
   *
   * @param sha256 the mask's {@link Mask#sha256}
   */
  Optional<Mask> findMask(String sha256);
}
