package io.github.easel.metadata;

import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Sampling;

/**
 * A model that is at hand.
 *
 * @param name what requests call it
 * @param size the size it was trained for
 * @param sampling the settings that suit it
 * @param sizeMultiple pixels that the sides of its pictures must be multiples of
 */
public record KnownModel(String name, ImageSize size, Sampling sampling, int sizeMultiple) {}
