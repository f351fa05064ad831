package io.github.easel.generation;

import java.util.OptionalDouble;

/**
 * How the picture is found in the noise.
 *
 * @param sampler the algorithm
 * @param schedule how its steps are spread
 * @param steps denoising steps, 1 to 1000
 * @param guidanceScale classifier-free guidance, 0 to 100; at 1 or less the negative prompt is not
 *     evaluated (Ho and Salimans 2022, "Classifier-free diffusion guidance", with w = scale - 1)
 * @param eta the share of fresh noise in each step of the samplers that know it, 0 to 1; the
 *     sampler's own if empty (DDIM 0, TCD 0.3, the ancestral ones 1)
 * @param economy what is left out to draw sooner
 */
public record Sampling(
    SamplerKind sampler,
    ScheduleKind schedule,
    int steps,
    double guidanceScale,
    OptionalDouble eta,
    Economy economy) {

  public static final int MOST_STEPS = 1000;
  public static final double MOST_GUIDANCE = 100;

  public Sampling {
    if (steps < 1 || steps > MOST_STEPS) {
      throw new RefusedValue(RefusedValue.Kind.STEPS, steps, MOST_STEPS);
    }
    if (!(guidanceScale >= 0 && guidanceScale <= MOST_GUIDANCE)) {
      throw new RefusedValue(RefusedValue.Kind.GUIDANCE, guidanceScale, Math.round(MOST_GUIDANCE));
    }
    if (eta.isPresent() && !(eta.getAsDouble() >= 0 && eta.getAsDouble() <= 1)) {
      throw new RefusedValue(RefusedValue.Kind.ETA, eta.getAsDouble());
    }
  }

  /** Every step in full. */
  public Sampling(
      SamplerKind sampler,
      ScheduleKind schedule,
      int steps,
      double guidanceScale,
      OptionalDouble eta) {
    this(sampler, schedule, steps, guidanceScale, eta, Economy.NONE);
  }

  /** The sampler on the model's own schedule. */
  public Sampling(SamplerKind sampler, int steps, double guidanceScale) {
    this(sampler, ScheduleKind.MODEL, steps, guidanceScale, OptionalDouble.empty());
  }

  /** The same with another sampler and schedule. */
  public Sampling with(SamplerKind other, ScheduleKind itsSchedule) {
    return new Sampling(other, itsSchedule, steps, guidanceScale, eta, economy);
  }

  /** The same in other steps. */
  public Sampling withSteps(int other) {
    return new Sampling(sampler, schedule, other, guidanceScale, eta, economy);
  }

  /** The same with another guidance scale. */
  public Sampling withGuidance(double other) {
    return new Sampling(sampler, schedule, steps, other, eta, economy);
  }

  /** The same with another share of fresh noise. */
  public Sampling withEta(double other) {
    return new Sampling(sampler, schedule, steps, guidanceScale, OptionalDouble.of(other), economy);
  }

  /** The same with other things left out. */
  public Sampling withEconomy(Economy other) {
    return new Sampling(sampler, schedule, steps, guidanceScale, eta, other);
  }

  /** Whether a step needs the negative prompt too. */
  public boolean guided() {
    return guidanceScale > 1;
  }
}
