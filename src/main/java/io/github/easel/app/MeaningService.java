package io.github.easel.app;

import io.github.easel.generation.Embedding;
import io.github.easel.generation.PixelImage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How near pictures and words are to each other, by the CLIP towers of a model at hand.
 * Thread-safe; call it off the window's thread.
 */
public interface MeaningService {

  /** Knows nothing. */
  MeaningService NONE =
      new MeaningService() {
        @Override
        public Optional<Embedding> of(PixelImage image) {
          return Optional.empty();
        }

        @Override
        public Optional<Embedding> of(String words) {
          return Optional.empty();
        }
      };

  /**
   * Where a picture lies; nothing if no model has an image tower.
   *
   * @throws io.github.easel.generation.GenerationException {@code MODEL_...} if the towers cannot
   *     be used
   */
  Optional<Embedding> of(PixelImage image);

  /**
   * Tells the towers apart from others: only embeddings of the same towers can be compared. Nothing
   * if there are none.
   */
  default Optional<String> towers() {
    return Optional.empty();
  }

  /** Where a text lies, likewise. */
  Optional<Embedding> of(String words);

  /**
   * Texts by how near they are to a picture, the nearest first; empty if no model has an image
   * tower.
   */
  default List<String> nearest(PixelImage image, List<String> texts) {
    return of(image)
        .map(
            seen -> {
              Map<String, Double> cosines = new HashMap<>();
              texts.forEach(
                  text -> of(text).ifPresent(words -> cosines.put(text, seen.cosine(words))));
              return texts.stream()
                  .filter(cosines::containsKey)
                  .sorted(Comparator.comparing(cosines::get, Comparator.reverseOrder()))
                  .toList();
            })
        .orElse(List.of());
  }
}
