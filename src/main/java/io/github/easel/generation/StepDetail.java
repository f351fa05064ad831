package io.github.easel.generation;

import java.util.Optional;

/**
 * All that one call of the network was about. Latents are valid only while the listener is being
 * told.
 *
 * @param step calls done with this one, from 1
 * @param steps calls in all
 * @param timestep what the network was told, 0 to the number of training steps
 * @param signal share of the clean picture in {@code noisy}, 0 to 1
 * @param noise share of the noise in {@code noisy}, 0 to 1: noisy = signal x_0 + noise e
 * @param noisy what the network saw, of about unit variance
 * @param clean x_0 by the prediction that the sampler follows
 * @param guidance what there was before guidance, where there is guidance
 */
public record StepDetail(
    int step,
    int steps,
    double timestep,
    double signal,
    double noise,
    StepLatents noisy,
    StepLatents clean,
    Optional<Guidance> guidance) {

  /**
   * Both sides of classifier-free guidance.
   *
   * @param without x_0 by the prediction without the prompt, or with the negative prompt
   * @param with x_0 by the prediction with the prompt, before it is exaggerated
   */
  public record Guidance(StepLatents without, StepLatents with) {}
}
