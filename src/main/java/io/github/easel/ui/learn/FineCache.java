package io.github.easel.ui.learn;

import io.github.easel.app.LearnService.StepPicture;
import io.github.easel.generation.PixelImage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pictures decoded last, so that going back and forth costs nothing. Thread-safe. */
final class FineCache {

  /** Thirty-two pictures of 512x512, 24 MiB. */
  private static final long MOST_PIXELS = 8L << 20;

  private final Map<Key, PixelImage> pictures = new LinkedHashMap<>(16, 0.75f, true);
  private long pixels;

  private record Key(int index, StepPicture what) {}

  synchronized @Nullable PixelImage get(int index, StepPicture what) {
    return pictures.get(new Key(index, what));
  }

  synchronized void put(int index, StepPicture what, PixelImage picture) {
    PixelImage before = pictures.put(new Key(index, what), picture);
    pixels += size(picture) - (before == null ? 0 : size(before));
    var oldest = pictures.entrySet().iterator();
    while (pixels > MOST_PIXELS && oldest.hasNext()) {
      pixels -= size(oldest.next().getValue());
      oldest.remove();
    }
  }

  synchronized void clear() {
    pictures.clear();
    pixels = 0;
  }

  private static long size(PixelImage picture) {
    return (long) picture.width() * picture.height();
  }
}
