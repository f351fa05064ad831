package io.github.easel.tokenizer;

import java.util.Arrays;

/**
 * A prompt as the text encoder reads it: [begin, prompt..., end, padding...]. Immutable.
 *
 * @param ids exactly as many as the encoder takes
 * @param used how many of the ids are the prompt's own, without begin, end and padding
 * @param truncatedText the end of the prompt that did not fit, from the first word that is not
 *     whole among the ids; empty if everything fits
 */
@SuppressWarnings("ArrayRecordComponent") // equals and accessors below treat it as a value
public record TokenIds(int[] ids, int used, String truncatedText) {

  public TokenIds {
    ids = ids.clone();
  }

  @Override
  public int[] ids() {
    return ids.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenIds that
        && Arrays.equals(ids, that.ids)
        && used == that.used
        && truncatedText.equals(that.truncatedText);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids);
  }

  @Override
  public String toString() {
    return "TokenIds[ids=%s, used=%d, truncatedText=%s]"
        .formatted(Arrays.toString(ids), used, truncatedText);
  }
}
