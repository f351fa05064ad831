package io.github.easel.generation;

/**
 * A look at a picture that is being drawn: what the model takes the clean picture to be after this
 * step.
 *
 * @param step steps done, from 1
 * @param image of the finished picture's shape, but perhaps smaller
 */
public record Preview(int step, PixelImage image) {}
