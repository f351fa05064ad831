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

  /**
   * Writes the clean picture that the model's output stands for at a call: x_0 as the algorithm
   * itself takes it, before it moves on. The run goes on as if this had not been asked.
   *
   * @param output the model's prediction
   * @param sample the sample before {@link #step}
   * @param clean receives the result; may be neither of the other two
   */
  void predictClean(int call, FloatTensor output, FloatTensor sample, FloatTensor clean);

  /**
   * The call at which a run that leaves out its first steps begins: where img2img starts.
   *
   * @param skipped steps left out, from 0
   */
  default int firstCall(int skipped) {
    return skipped;
  }

  /**
   * Writes the picture as a run expects it before a call: noised as much as is left to denoise.
   *
   * @param call one that {@link #firstCall} gives
   * @param clean the picture
   * @param noise standard normal
   * @param noised receives the result; may be one of the other two
   */
  void addNoise(int call, FloatTensor clean, FloatTensor noise, FloatTensor noised);
}
