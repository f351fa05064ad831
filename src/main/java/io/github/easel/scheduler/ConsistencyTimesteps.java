package io.github.easel.scheduler;

/**
 * The timesteps of models distilled to few steps (Luo et al. 2023, "Latent consistency models",
 * section 4.3, the skipping step k): a choice, evenly spaced, among those that the model was
 * distilled on, every k-th of its training steps.
 */
final class ConsistencyTimesteps {

  private ConsistencyTimesteps() {}

  /**
   * The timesteps, noisiest first. More steps than the model was distilled on are chosen among all
   * training steps.
   *
   * @throws IllegalArgumentException if steps is not from 1 to the number of training steps
   */
  static int[] of(ScheduleConfig config, int steps) {
    int trainTimesteps = config.betas().trainTimesteps();
    TimestepSpacing.requireSteps(steps, trainTimesteps);
    int distilled = config.samplers().distillation().originalSteps();
    int candidates = steps <= distilled && distilled <= trainTimesteps ? distilled : trainTimesteps;
    int k = trainTimesteps / candidates;
    double stride = (double) candidates / steps;
    int[] timesteps = new int[steps];
    for (int i = 0; i < steps; i++) {
      timesteps[i] = (candidates - (int) (i * stride)) * k - 1;
    }
    return timesteps;
  }
}
