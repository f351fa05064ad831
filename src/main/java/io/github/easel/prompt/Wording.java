package io.github.easel.prompt;

import java.util.List;

/**
 * What the text encoder is to read at one step: text with weights, in segments between which a new
 * chunk is begun (BREAK).
 *
 * @param segments at least one, each of at least one run
 */
public record Wording(List<List<WeightedText>> segments) {

  public Wording {
    segments = segments.stream().map(List::copyOf).toList();
    if (segments.isEmpty() || segments.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a wording has text, if only an empty one");
    }
  }

  /** Text of weight 1. */
  public static Wording of(String text) {
    return new Wording(List.of(List.of(new WeightedText(text, 1))));
  }
}
