package io.github.easel.tokenizer;

import java.util.Arrays;

/**
 * A part of a prompt that the text encoder reads in one go: [begin, words..., end, padding...].
 * Immutable.
 *
 * @param ids exactly as many as the encoder takes
 * @param weights one for each id; those of begin, end and padding are 1
 * @param used how many of the ids are the prompt's own
 * @param text the words that begin in this chunk
 */
@SuppressWarnings("ArrayRecordComponent") // equals and accessors below treat it as a value
public record TokenChunk(int[] ids, float[] weights, int used, String text) {

  public TokenChunk {
    ids = ids.clone();
    weights = weights.clone();
    if (ids.length != weights.length || used < 0 || used > ids.length - 2) {
      throw new IllegalArgumentException(
          "%d ids, %d weights, %d used".formatted(ids.length, weights.length, used));
    }
  }

  @Override
  public int[] ids() {
    return ids.clone();
  }

  @Override
  public float[] weights() {
    return weights.clone();
  }

  /** Whether any word has another weight than 1. */
  public boolean weighted() {
    for (float weight : weights) {
      if (weight != 1) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenChunk that
        && Arrays.equals(ids, that.ids)
        && Arrays.equals(weights, that.weights)
        && used == that.used
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids);
  }

  @Override
  public String toString() {
    return "TokenChunk[ids=%s, weights=%s, used=%d, text=%s]"
        .formatted(Arrays.toString(ids), Arrays.toString(weights), used, text);
  }
}
