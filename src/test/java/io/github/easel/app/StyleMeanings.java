package io.github.easel.app;

import io.github.easel.generation.Embedding;
import io.github.easel.generation.PixelImage;
import java.util.List;
import java.util.Optional;

/**
 * Meanings for tests of styles: pictures lie nearest to a sunset, which is no style, then to words
 * of neon, then of oil.
 */
public final class StyleMeanings implements MeaningService {

  /** A picture of 64 pixels a side with colours of its own. */
  public static PixelImage speckled(int step) {
    byte[] rgb = new byte[3 * 64 * 64];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i * step % 3 * 40 + i % 7 * step);
    }
    return PixelImage.of(64, 64, rgb);
  }

  @Override
  public Optional<Embedding> of(PixelImage image) {
    return Optional.of(Embedding.of(new float[] {1, 0}));
  }

  @Override
  public Optional<Embedding> of(String words) {
    float far =
        List.of("sunset", "neon", "oil", "cartoon").stream()
            .takeWhile(near -> !words.contains(near))
            .count();
    return Optional.of(Embedding.of(new float[] {1, far}));
  }
}
