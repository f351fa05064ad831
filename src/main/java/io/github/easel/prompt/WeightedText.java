package io.github.easel.prompt;

/**
 * A run of text with one weight.
 *
 * @param text as it is to be tokenized: brackets and escapes are gone
 * @param weight finite; 1 leaves the embeddings as they are
 */
public record WeightedText(String text, double weight) {

  public WeightedText {
    if (!Double.isFinite(weight)) {
      throw new IllegalArgumentException("weight " + weight);
    }
  }
}
