package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;
import io.github.easel.tensor.FloatTensor;

/**
 * One run of a sampling algorithm over one picture (or batch). It is made for a number of steps,
 * used once from call 0 to the last, and thrown away. Not thread-safe.
 *
 * <p>The loop that drives it:
 *
 * <pre>{@code
 * noise.fill(sample); scale by initialNoiseSigma()
 * for (int call = 0; call < sampler.calls(); call++) {
 *   sampler.scaleModelInput(call, sample, input);
 *   model(input, sampler.timestep(call)) -> output
 *   sampler.step(call, output, sample, noise);
 * }
 * }</pre>
 */
public interface Sampler {

  /** How often the model is called; more than the number of steps for some algorithms. */
  int calls();

  /** The timestep that the model is told at a call, 0 to the number of training steps. */
  double timestep(int call);

  /** The standard deviation of the first sample. */
  double initialNoiseSigma();

  /** Writes to {@code input} what the model is to see of {@code sample}; both have one shape. */
  void scaleModelInput(int call, FloatTensor sample, FloatTensor input);

  /**
   * Moves {@code sample} one call on, in place.
   *
   * @param output the model's prediction, of the sample's shape; left as it is
   * @param noise drawn from only by algorithms that add noise, as often as they need
   */
  void step(int call, FloatTensor output, FloatTensor sample, NoiseSource noise);
}
