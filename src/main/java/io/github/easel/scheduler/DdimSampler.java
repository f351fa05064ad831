package io.github.easel.scheduler;

/**
 * Denoising diffusion implicit models (Song, Meng and Ermon 2021, "Denoising diffusion implicit
 * models").
 *
 * <p>Equation 12, with a = alphaBar of this step, b = alphaBar of the step before it in training
 * order, x_0 the clean sample and e the noise that the model predicts, z standard normal:
 *
 * <pre>
 * x' = sqrt(b) x_0 + sqrt(1 - b - sigma^2) e + sigma z
 * sigma = eta sqrt((1 - b) / (1 - a)) sqrt(1 - a / b)      (equation 16)
 * </pre>
 */
public final class DdimSampler extends TimestepSampler {

  private final int stride;
  private final float finalAlphaBar;
  private final float eta;

  /** A deterministic run, eta = 0. */
  public DdimSampler(ScheduleConfig config, int steps) {
    this(config, steps, 0);
  }

  /**
   * A run with noise in its steps.
   *
   * @param steps 1 to the number of training steps
   * @param eta 0 (no noise) to 1 (as much as DDPM)
   * @throws IllegalArgumentException if steps or eta is out of range
   */
  public DdimSampler(ScheduleConfig config, int steps, double eta) {
    super(config, steps);
    if (!(eta >= 0 && eta <= 1)) {
      throw new IllegalArgumentException("Eta %s: choose a number from 0 to 1.".formatted(eta));
    }
    this.stride = schedule.trainTimesteps() / steps;
    this.finalAlphaBar = config.timesteps().setAlphaToOne() ? 1 : schedule.alphaBar(0);
    this.eta = (float) eta;
  }

  @Override
  float move(int call, Prediction p) {
    int timestep = timesteps[call];
    int previous = timestep - stride;
    float a = schedule.alphaBar(timestep);
    float b = previous >= 0 ? schedule.alphaBar(previous) : finalAlphaBar;
    float variance = (1 - b) / (1 - a) * (1 - a / b);
    float sigma = eta * NoiseSchedule.sqrt(Math.max(0, variance));
    float cleanShare = NoiseSchedule.sqrt(b);
    // rounding can leave a hair less than nothing at eta = 1
    float noiseShare = NoiseSchedule.sqrt(Math.max(0, 1 - b - sigma * sigma));
    for (int i = 0; i < p.sample.length; i++) {
      p.sample[i] = cleanShare * p.clean[i] + noiseShare * p.noise[i];
    }
    return sigma;
  }

  @Override
  boolean drawsNoise(int call) {
    return eta > 0;
  }
}
