package io.github.easel.scheduler;

import java.util.List;

/**
 * The noise that a model was trained with.
 *
 * @param trainTimesteps training steps, from 1; diffusers' {@code num_train_timesteps}
 * @param start beta of the first training step, above 0 and below 1
 * @param end beta of the last training step, from start to below 1
 * @param schedule the way from start to end
 * @param trained betas that stand in for start, end and schedule if there are any: one for each
 *     training step, each from 0 to 1
 * @param zeroTerminalSnr whether betas are scaled so that the last step is noise alone; diffusers'
 *     {@code rescale_betas_zero_snr}
 */
public record BetaConfig(
    int trainTimesteps,
    double start,
    double end,
    BetaSchedule schedule,
    List<Double> trained,
    boolean zeroTerminalSnr) {

  public BetaConfig {
    trained = List.copyOf(trained);
    if (trainTimesteps < 1) {
      throw new IllegalArgumentException(trainTimesteps + " training timesteps");
    }
    if (!(start > 0 && end >= start && end < 1)) {
      throw new IllegalArgumentException("betas from " + start + " to " + end);
    }
    if (!trained.isEmpty() && trained.size() != trainTimesteps) {
      throw new IllegalArgumentException(
          trained.size() + " trained betas for " + trainTimesteps + " training timesteps");
    }
    for (double beta : trained) {
      if (!(beta >= 0 && beta <= 1)) {
        throw new IllegalArgumentException("trained beta " + beta + " is not from 0 to 1");
      }
    }
  }

  /** A schedule of 1000 training steps without any of the rarer choices. */
  public static BetaConfig of(BetaSchedule schedule, double start, double end) {
    return new BetaConfig(1000, start, end, schedule, List.of(), false);
  }

  /** The same with another choice of zero terminal SNR. */
  public BetaConfig withZeroTerminalSnr(boolean zero) {
    return new BetaConfig(trainTimesteps, start, end, schedule, trained, zero);
  }

  float[] betas() {
    if (trained.isEmpty()) {
      return schedule.betas(trainTimesteps, start, end);
    }
    float[] betas = new float[trained.size()];
    for (int i = 0; i < betas.length; i++) {
      betas[i] = trained.get(i).floatValue();
    }
    return betas;
  }
}
