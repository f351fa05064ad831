package io.github.easel.scheduler;

/**
 * How a model was distilled to few steps (LCM, TCD).
 *
 * @param originalSteps the steps of the teacher's run that the student's are chosen from, from 1;
 *     diffusers' {@code original_inference_steps}
 * @param timestepScaling scales timesteps in the boundary condition of consistency models, above 0
 */
public record DistillationConfig(int originalSteps, double timestepScaling) {

  public DistillationConfig {
    if (originalSteps < 1) {
      throw new IllegalArgumentException(originalSteps + " original steps");
    }
    if (!(timestepScaling > 0)) {
      throw new IllegalArgumentException("timestep scaling " + timestepScaling);
    }
  }

  /** What holds where a model's configuration says nothing. */
  public static DistillationConfig defaults() {
    return new DistillationConfig(50, 10);
  }
}
