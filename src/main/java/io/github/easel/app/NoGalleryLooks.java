package io.github.easel.app;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.Resizing;
import java.util.function.Supplier;

/** Makes thumbnails anew each time and searches nothing. */
final class NoGalleryLooks implements GalleryLooks {

  @Override
  public LookService service() {
    return LookService.NONE;
  }

  @Override
  public PixelImage thumbnail(String identity, Supplier<PixelImage> picture) {
    return Resizing.within(picture.get(), GalleryService.THUMBNAIL);
  }

  @Override
  public void lookOn() {
    // there is nothing to look with
  }

  @Override
  public void lookAtAll(Cancellation cancellation, GalleryService.Counting progress) {
    // likewise
  }

  @Override
  public void close() {
    // nothing is open
  }
}
