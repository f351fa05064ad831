package io.github.easel.app;

import io.github.easel.gallery.Lineage;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.PixelImage;
import java.util.List;
import java.util.Optional;

/**
 * Finds pictures by what they show. Thread-safe; ask it off the window's thread. Pictures that have
 * not been looked at yet are not found; {@link GalleryService.Activity#LOOKS} tells how far that
 * is.
 */
public interface LookService {

  /** Finds nothing. */
  LookService NONE = new BlindLookService();

  /**
   * Whether meanings can be compared at all: some model at hand has both CLIP towers. Duplicates
   * are found without.
   */
  boolean hasMeaning();

  /** The pictures nearest to the meaning of the words, nearest first. */
  List<Nearness> like(String words, int most, Cancellation cancellation);

  /** The pictures nearest in look to one from anywhere, nearest first. */
  List<Nearness> like(PixelImage picture, int most, Cancellation cancellation);

  /** The pictures nearest in look to one of the collection, without itself, nearest first. */
  List<Nearness> like(long id, int most, Cancellation cancellation);

  /**
   * Pictures that are the same or nearly so, each group with the oldest first; the largest groups
   * first.
   *
   * @param bits in how many of its 64 bits the perceptual hash may differ, 0 to 16
   */
  List<List<Nearness>> duplicates(int bits, Cancellation cancellation);

  /**
   * Prompts of the pictures nearest to one that tells none, the likeliest first, each once: a guess
   * at words that would give such a picture.
   */
  List<String> suggestions(PixelImage picture, int most, Cancellation cancellation);

  /** Where a picture comes from and what came of it; nothing if it is gone. */
  Optional<Lineage> lineage(long id);
}
