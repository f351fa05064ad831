package io.github.easel.app;

import io.github.easel.app.GalleryService.Activity;
import io.github.easel.gallery.GalleryIndex;
import io.github.easel.gallery.ThumbnailStore;
import io.github.easel.generation.PixelImage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Thumbnails in a file beside the index, and looks by the towers of a model at hand. */
final class LocalGalleryLooks implements GalleryLooks {

  private final ThumbnailStore thumbnails;
  private final LookService service;
  private final LookReader reader;

  private LocalGalleryLooks(
      GalleryIndex index, ThumbnailStore thumbnails, MeaningService meanings, LookReader reader) {
    this.thumbnails = thumbnails;
    this.reader = reader;
    service = new LocalLookService(index, meanings);
  }

  /**
   * Opens looks for each collection.
   *
   * @param drawing whether a picture is being drawn just now, which comes first
   */
  static Factory with(MeaningService meanings, BooleanSupplier drawing) {
    return (index, place, news) -> {
      ThumbnailStore thumbnails =
          ThumbnailStore.open(
              place.resolveSibling(place.getFileName() + "-thumbnails.db"),
              ThumbnailStore.USUAL_MOST);
      LookReader reader =
          new LookReader(
              index,
              thumbnails,
              meanings,
              drawing,
              (done, all) -> news.reading(Activity.LOOKS, done, all));
      return new LocalGalleryLooks(index, thumbnails, meanings, reader);
    };
  }

  @Override
  public LookService service() {
    return service;
  }

  @Override
  public PixelImage thumbnail(String identity, Supplier<PixelImage> picture) {
    return thumbnails.of(identity, picture);
  }

  @Override
  public void lookOn() {
    reader.wake();
  }

  @Override
  public void close() {
    reader.close();
    thumbnails.close();
  }
}
