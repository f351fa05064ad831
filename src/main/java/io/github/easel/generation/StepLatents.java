package io.github.easel.generation;

import java.nio.FloatBuffer;

/**
 * The latents after a sampling step.
 *
 * @param step steps done, from 1
 * @param channels latent channels, usually 4
 * @param height cells, an eighth of the picture's pixels
 * @param width cells
 * @param values channels x height x width floats in row-major order; read-only, and valid only
 *     while the listener is being told
 */
public record StepLatents(int step, int channels, int height, int width, FloatBuffer values) {}
