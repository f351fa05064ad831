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
 */
public record Sampling(
    SamplerKind sampler,
    ScheduleKind schedule,
    int steps,
    double guidanceScale,
    OptionalDouble eta) {

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

  /** The sampler on the model's own schedule. */
  public Sampling(SamplerKind sampler, int steps, double guidanceScale) {
    this(sampler, ScheduleKind.MODEL, steps, guidanceScale, OptionalDouble.empty());
  }

  /** Whether a step needs the negative prompt too. */
  public boolean guided() {
    return guidanceScale > 1;
  }
}
