package io.github.easel.pipeline;

import io.github.easel.scheduler.Sampler;
import io.github.easel.tensor.FloatTensor;

/** Looks at every call of the network, between its prediction and the sampler's step. */
@FunctionalInterface
interface StepWatch {

  /** Looks away. */
  StepWatch NONE = (sampler, call, latents, prediction, guided) -> {};

  /**
   * A prediction was made. All tensors are the loop's own and must be left as they are.
   *
   * @param call the sampler's call
   * @param latents the sample before the step
   * @param prediction of each of the batch, in the order of {@link Conditioning#at}; in steps
   *     without guidance of the parts alone
   * @param guided what was made of them, and the sampler will follow
   */
  void see(
      Sampler sampler, int call, FloatTensor latents, FloatTensor prediction, FloatTensor guided);
}
