package io.github.easel.scheduler;

/**
 * Multistep sampling of latent consistency models (Luo et al. 2023, "Latent consistency models",
 * algorithm 3). Each call jumps to the clean sample, and noise takes it back to the next timestep.
 *
 * <p>With t the timestep, b = alphaBar of the next timestep, x_0 the clean sample that the output
 * stands for, z standard normal, s = t times the timestep scaling that it was distilled with (10)
 * and sigma_data = 0.5:
 *
 * <pre>
 * f    = c_skip x + c_out x_0                                  (equation 9)
 * x'   = sqrt(b) f + sqrt(1 - b) z,  or f at the last call     (algorithm 3)
 * c_skip = sigma_data^2 / (s^2 + sigma_data^2)                 (appendix C)
 * c_out  = s / sqrt(s^2 + sigma_data^2)
 * </pre>
 */
public final class LcmSampler extends TimestepSampler {

  private static final float DATA_VARIANCE = 0.25f;

  private final float timestepScaling;

  /**
   * One run.
   *
   * @param steps 1 to the number of training steps; LCMs are made for 1 to 8
   * @throws IllegalArgumentException if steps is out of range
   */
  public LcmSampler(ScheduleConfig config, int steps) {
    super(config, ConsistencyTimesteps.of(config, steps));
    this.timestepScaling = (float) config.samplers().distillation().timestepScaling();
  }

  @Override
  float move(int call, Prediction p) {
    float scaled = timesteps[call] * timestepScaling;
    float square = scaled * scaled + DATA_VARIANCE;
    float skip = DATA_VARIANCE / square;
    float out = scaled / NoiseSchedule.sqrt(square);
    for (int i = 0; i < p.sample.length; i++) {
      p.sample[i] = out * p.clean[i] + skip * p.sample[i];
    }
    if (!drawsNoise(call)) {
      return 0;
    }
    float b = schedule.alphaBar(timesteps[call + 1]);
    float cleanShare = NoiseSchedule.sqrt(b);
    for (int i = 0; i < p.sample.length; i++) {
      p.sample[i] *= cleanShare;
    }
    return NoiseSchedule.sqrt(1 - b);
  }

  @Override
  boolean drawsNoise(int call) {
    return call + 1 < timesteps.length;
  }
}
