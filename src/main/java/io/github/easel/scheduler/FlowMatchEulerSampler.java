package io.github.easel.scheduler;

import io.github.easel.random.NoiseSource;
import io.github.easel.tensor.FloatTensor;
import java.nio.FloatBuffer;

/**
 * Euler's method for models that learned a straight flow (Lipman et al. 2023, "Flow matching for
 * generative modeling"; Esser et al. 2024, "Scaling rectified flow transformers for high-resolution
 * image synthesis"). A sample is (1 - sigma) x_0 + sigma e, the model predicts v = e - x_0:
 *
 * <pre>
 * x' = x + (sigma' - sigma) v
 * </pre>
 */
public final class FlowMatchEulerSampler implements Sampler {

  private final float[] sigmas;
  private final int trainTimesteps;

  /**
   * One run.
   *
   * @param steps 1 to the number of training steps
   * @throws IllegalArgumentException if steps is out of range
   */
  public FlowMatchEulerSampler(ScheduleConfig config, int steps) {
    this.trainTimesteps = config.betas().trainTimesteps();
    TimestepSpacing.requireSteps(steps, trainTimesteps);
    this.sigmas =
        FlowSigmas.of(
            config.samplers().flow(), config.samplers().sigmas().curve(), trainTimesteps, steps);
  }

  @Override
  public int calls() {
    return sigmas.length - 1;
  }

  @Override
  public double timestep(int call) {
    return sigmas[call] * trainTimesteps;
  }

  @Override
  public double initialNoiseSigma() {
    return 1;
  }

  @Override
  public void scaleModelInput(int call, FloatTensor sample, FloatTensor input) {
    input.set(sample);
  }

  @Override
  public void addNoise(int call, FloatTensor clean, FloatTensor noise, FloatTensor noised) {
    SigmaSchedule.mix(1 - sigmas[call], sigmas[call], clean, noise, noised);
  }

  @Override
  public void predictClean(int call, FloatTensor output, FloatTensor sample, FloatTensor clean) {
    SigmaSchedule.mix(1, -sigmas[call], sample, output, clean);
  }

  @Override
  public void step(int call, FloatTensor output, FloatTensor sample, NoiseSource noise) {
    float change = sigmas[call + 1] - sigmas[call];
    FloatBuffer v = output.buffer();
    FloatBuffer x = sample.buffer();
    for (int i = 0; i < sample.size(); i++) {
      x.put(i, x.get(i) + change * v.get(i));
    }
  }
}
