package io.github.easel.app;

import io.github.easel.app.GalleryService.Activity;
import io.github.easel.gallery.GalleryIndex;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.ThumbnailStore;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.PixelImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Thumbnails in a file beside the index, and looks by the towers of a model at hand. */
final class LocalGalleryLooks implements GalleryLooks {

  private static final int BATCH = 256;

  private final GalleryIndex index;
  private final ThumbnailStore thumbnails;
  private final MeaningService meanings;
  private final LookService service;
  private final LookReader reader;

  /** Whether somebody waits for the looking, which then is not done in the background too. */
  private final AtomicBoolean awaited;

  private LocalGalleryLooks(
      GalleryIndex index,
      ThumbnailStore thumbnails,
      MeaningService meanings,
      LookReader reader,
      AtomicBoolean awaited) {
    this.index = index;
    this.thumbnails = thumbnails;
    this.meanings = meanings;
    this.reader = reader;
    this.awaited = awaited;
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
      AtomicBoolean awaited = new AtomicBoolean();
      LookReader reader =
          new LookReader(
              index,
              thumbnails,
              meanings,
              () -> awaited.get() || drawing.getAsBoolean(),
              (done, all) -> news.reading(Activity.LOOKS, done, all));
      return new LocalGalleryLooks(index, thumbnails, meanings, reader, awaited);
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
  public void lookAtAll(Cancellation cancellation, GalleryService.Counting progress) {
    awaited.set(true);
    try {
      lookAt(new LookReading(index, thumbnails, meanings), cancellation, progress);
    } finally {
      awaited.set(false);
    }
  }

  private void lookAt(
      LookReading reading, Cancellation cancellation, GalleryService.Counting progress) {
    String towers = meanings.towers().orElse("");
    int all = reading.left(towers);
    int done = 0;
    List<GalleryItem> batch = reading.next(towers, BATCH);
    while (!batch.isEmpty()) {
      for (GalleryItem item : batch) {
        cancellation.check();
        progress.on(Math.min(done, all), all);
        reading.look(item, towers);
        done++;
      }
      batch = reading.next(towers, BATCH);
    }
    if (done > 0) {
      progress.on(all, all);
    }
  }

  @Override
  public void close() {
    reader.close();
    thumbnails.close();
  }
}
