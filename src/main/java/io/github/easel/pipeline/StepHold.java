package io.github.easel.pipeline;

import io.github.easel.scheduler.Sampler;
import io.github.easel.tensor.FloatTensor;

/** Holds a picture to something, after every step. */
@FunctionalInterface
interface StepHold {

  /** Holds it to nothing. */
  StepHold NONE = (sampler, call, latents) -> {};

  /**
   * A step was made.
   *
   * @param call the sampler's call
   * @param latents the sample behind the step, to be changed in place
   */
  void after(Sampler sampler, int call, FloatTensor latents);
}
