package io.github.easel.model;

import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.weights.TensorValues;
import io.github.easel.weights.TextualInversion;
import java.util.Optional;

/**
 * The vectors that stand for a word.
 *
 * @param name the word
 * @param first for the text encoder, of two the first: [vectors, width]
 * @param second for the second text encoder of SDXL
 */
public record EmbeddingVectors(
    String name, Optional<FloatTensor> first, Optional<FloatTensor> second) {

  /**
   * Reads an embedding.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code EMBEDDING_UNUSABLE}
   */
  public static EmbeddingVectors read(Adapter adapter) {
    try {
      TextualInversion opened = TextualInversion.open(adapter.file());
      return new EmbeddingVectors(
          adapter.name(),
          opened.vectors().map(TensorValues::read),
          opened.second().map(TensorValues::read));
    } catch (GenerationException e) {
      throw adapter.told(e);
    }
  }
}
