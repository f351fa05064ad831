package io.github.easel.metadata;

import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.Sampling;

/**
 * A model that is at hand.
 *
 * @param name what requests call it
 * @param size the size it was trained for
 * @param sampling the settings that suit it
 * @param sizeMultiple pixels that the sides of its pictures must be multiples of
 * @param mostClipSkip the most clip skip that its text encoder can take
 */
public record KnownModel(
    String name, ImageSize size, Sampling sampling, int sizeMultiple, int mostClipSkip) {

  /** A model of whose text encoder nothing is known. */
  public KnownModel(String name, ImageSize size, Sampling sampling, int sizeMultiple) {
    this(name, size, sampling, sizeMultiple, PromptReading.MOST_CLIP_SKIP);
  }
}
