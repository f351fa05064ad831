package io.github.easel.scheduler;

import java.util.Optional;

/**
 * What a model asks of its samplers: the contents of diffusers' {@code scheduler_config.json}.
 *
 * @param betas the noise of training
 * @param prediction what the model's output means
 * @param timesteps which training steps are visited
 * @param clipping what keeps the predicted clean sample in range
 * @param variance the noise of DDPM's steps
 * @param samplers what single families of samplers are told
 */
public record ScheduleConfig(
    BetaConfig betas,
    PredictionType prediction,
    TimestepConfig timesteps,
    Clipping clipping,
    VarianceType variance,
    SamplerConfig samplers) {

  /** What holds where a model's configuration says nothing, as in diffusers. */
  public static ScheduleConfig defaults() {
    return new ScheduleConfig(
        BetaConfig.of(BetaSchedule.LINEAR, 1e-4, 0.02),
        PredictionType.EPSILON,
        new TimestepConfig(Optional.empty(), 0, true),
        new Clipping.Clamp(1),
        VarianceType.FIXED_SMALL,
        SamplerConfig.defaults());
  }

  /** What Stable Diffusion 1 and its descendants were trained with. */
  public static ScheduleConfig stableDiffusion() {
    return new ScheduleConfig(
        BetaConfig.of(BetaSchedule.SCALED_LINEAR, 0.00085, 0.012),
        PredictionType.EPSILON,
        new TimestepConfig(Optional.empty(), 1, false),
        Clipping.none(),
        VarianceType.FIXED_SMALL,
        SamplerConfig.defaults());
  }

  /** The same with other betas. */
  public ScheduleConfig withBetas(BetaConfig other) {
    return new ScheduleConfig(other, prediction, timesteps, clipping, variance, samplers);
  }

  /** The same for a model whose output means something else. */
  public ScheduleConfig withPrediction(PredictionType other) {
    return new ScheduleConfig(betas, other, timesteps, clipping, variance, samplers);
  }

  /** The same with other timesteps. */
  public ScheduleConfig withTimesteps(TimestepConfig other) {
    return new ScheduleConfig(betas, prediction, other, clipping, variance, samplers);
  }

  /** The same with another clipping. */
  public ScheduleConfig withClipping(Clipping other) {
    return new ScheduleConfig(betas, prediction, timesteps, other, variance, samplers);
  }

  /** The same with other noise in DDPM's steps. */
  public ScheduleConfig withVariance(VarianceType other) {
    return new ScheduleConfig(betas, prediction, timesteps, clipping, other, samplers);
  }

  /** The same with other words to single families of samplers. */
  public ScheduleConfig withSamplers(SamplerConfig other) {
    return new ScheduleConfig(betas, prediction, timesteps, clipping, variance, other);
  }
}
