package io.github.easel.app;

import io.github.easel.gallery.GalleryIndex;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.PixelImage;
import java.nio.file.Path;
import java.util.function.Supplier;

/** What looks at the pictures of one collection: thumbnails, and the search by look. */
interface GalleryLooks extends AutoCloseable {

  /** Opens it for a collection. */
  @FunctionalInterface
  interface Factory {

    /** Keeps nothing and finds nothing. */
    Factory NONE = (index, place, news) -> new NoGalleryLooks();

    /**
     * Opens it.
     *
     * @param index the collection's, which the caller closes
     * @param place where files of its own may lie: a name beside the index, to be used as a folder
     *     or with something behind it
     * @param news is told how far the looking is
     */
    GalleryLooks open(GalleryIndex index, Path place, GalleryNews news);
  }

  /** The search. */
  LookService service();

  /**
   * The picture made small.
   *
   * @param picture reads it, if it is not known already
   */
  PixelImage thumbnail(String identity, Supplier<PixelImage> picture);

  /** Looks, in the background, at what has not been looked at yet; called again when more came. */
  void lookOn();

  /** Looks at all of it at once and returns when it is done, or cancelled. */
  void lookAtAll(Cancellation cancellation, GalleryService.Counting progress);

  @Override
  void close();
}
