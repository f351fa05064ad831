package io.github.easel.scheduler;

/**
 * Strategic stochastic sampling of trajectory consistency distillation (Zheng et al. 2024,
 * "Trajectory consistency distillation", algorithm 4). Each call jumps along the trajectory to a
 * point s beyond the next timestep t', and noise takes it back from there.
 *
 * <p>With s = floor((1 - eta) t'), a_s = alphaBar of s, b = alphaBar of t', x_0 the clean sample
 * and e the noise that the output stands for, z standard normal; the last call has t' = 0 and draws
 * nothing:
 *
 * <pre>
 * x_s = sqrt(a_s) x_0 + sqrt(1 - a_s) e
 * x'  = sqrt(b / a_s) x_s + sqrt(1 - b / a_s) z
 * </pre>
 */
public final class TcdSampler extends TimestepSampler {

  /** The eta that TCD models are shown with (gamma in the paper). */
  public static final double USUAL_ETA = 0.3;

  private final double eta;

  /** A run with the usual eta, 0.3. */
  public TcdSampler(ScheduleConfig config, int steps) {
    this(config, steps, USUAL_ETA);
  }

  /**
   * A run with a choice of noise.
   *
   * @param steps 1 to the number of training steps; TCD models are made for 2 to 20
   * @param eta 0 (no noise) to 1 (the multistep sampling of consistency models)
   * @throws IllegalArgumentException if steps or eta is out of range
   */
  public TcdSampler(ScheduleConfig config, int steps, double eta) {
    // a clamped clean sample would leave the trajectory that the model was distilled on
    super(config.withClipping(Clipping.none()), ConsistencyTimesteps.of(config, steps));
    if (!(eta >= 0 && eta <= 1)) {
      throw new IllegalArgumentException("Eta %s: choose a number from 0 to 1.".formatted(eta));
    }
    this.eta = eta;
  }

  @Override
  float move(int call, Prediction p) {
    boolean last = call + 1 == timesteps.length;
    int next = last ? 0 : timesteps[call + 1];
    int beyond = (int) ((float) (1 - eta) * next);
    float a = schedule.alphaBar(beyond);
    float cleanShare = NoiseSchedule.sqrt(a);
    float noiseShare = NoiseSchedule.sqrt(1 - a);
    for (int i = 0; i < p.sample.length; i++) {
      p.sample[i] = cleanShare * p.clean[i] + noiseShare * p.noise[i];
    }
    if (!drawsNoise(call)) {
      return 0;
    }
    float ratio = schedule.alphaBar(next) / a;
    float back = NoiseSchedule.sqrt(ratio);
    for (int i = 0; i < p.sample.length; i++) {
      p.sample[i] *= back;
    }
    return NoiseSchedule.sqrt(1 - ratio);
  }

  @Override
  boolean drawsNoise(int call) {
    return eta > 0 && call + 1 < timesteps.length;
  }
}
