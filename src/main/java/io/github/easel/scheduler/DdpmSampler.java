package io.github.easel.scheduler;

/**
 * Denoising diffusion probabilistic models: ancestral sampling (Ho, Jain and Abbeel 2020,
 * "Denoising diffusion probabilistic models").
 *
 * <p>Equations 6 and 7 for a step that skips training steps, with a = alphaBar of this timestep, b
 * = alphaBar of the next one to be visited (1 after the last), alpha = a / b and beta = 1 - alpha:
 *
 * <pre>
 * mean     = sqrt(b) beta / (1 - a) x_0 + sqrt(alpha) (1 - b) / (1 - a) x
 * variance = (1 - b) / (1 - a) beta
 * </pre>
 */
public final class DdpmSampler extends TimestepSampler {

  private final VarianceType varianceType;

  /**
   * One run.
   *
   * @param steps 1 to the number of training steps
   * @throws IllegalArgumentException if steps is out of range
   */
  public DdpmSampler(ScheduleConfig config, int steps) {
    super(config, steps);
    this.varianceType = config.variance();
  }

  @Override
  float move(int call, Prediction p) {
    float a = schedule.alphaBar(timesteps[call]);
    float b = call + 1 < timesteps.length ? schedule.alphaBar(timesteps[call + 1]) : 1;
    float alpha = a / b;
    float beta = 1 - alpha;
    float cleanShare = NoiseSchedule.sqrt(b) * beta / (1 - a);
    float sampleShare = NoiseSchedule.sqrt(alpha) * (1 - b) / (1 - a);
    for (int i = 0; i < p.sample.length; i++) {
      p.sample[i] = cleanShare * p.clean[i] + sampleShare * p.sample[i];
    }
    return varianceType.deviation((1 - b) / (1 - a) * beta, beta);
  }

  @Override
  boolean drawsNoise(int call) {
    return timesteps[call] > 0;
  }
}
