package io.github.easel.pipeline;

import io.github.easel.tensor.FloatTensor;
import java.util.List;

/**
 * The vectors of learned words for one text encoder, one behind the other.
 *
 * @param firstId the token id of the first of them
 * @param words [vectors, width] each
 */
record LearnedVectors(int firstId, List<FloatTensor> words) {

  LearnedVectors {
    words = List.copyOf(words);
  }

  /** No words: every id is one of the vocabulary. */
  static LearnedVectors none() {
    return new LearnedVectors(Integer.MAX_VALUE, List.of());
  }

  /** Whether an id is one of these. */
  boolean has(int id) {
    return id >= firstId;
  }

  /** Copies a vector to where it is wanted. */
  void copy(int id, FloatTensor into, int place, int width) {
    int row = id - firstId;
    for (FloatTensor word : words) {
      int count = (int) word.shape().axis(0);
      if (row < count) {
        into.copy(place * width, word, row * width, width);
        return;
      }
      row -= count;
    }
    throw new IllegalArgumentException("no learned vector " + id);
  }
}
