package io.github.easel.generation;

/**
 * How the picture is found in the noise.
 *
 * @param sampler the algorithm
 * @param steps denoising steps, 1 to 1000
 * @param guidanceScale classifier-free guidance, 0 to 100; at 1 or less the negative prompt is not
 *     evaluated (Ho and Salimans 2022, "Classifier-free diffusion guidance", with w = scale - 1)
 */
public record Sampling(SamplerKind sampler, int steps, double guidanceScale) {

  public static final int MOST_STEPS = 1000;
  public static final double MOST_GUIDANCE = 100;

  public Sampling {
    if (steps < 1 || steps > MOST_STEPS) {
      throw new IllegalArgumentException(
          "Steps %d: choose a whole number from 1 to %d.".formatted(steps, MOST_STEPS));
    }
    if (!(guidanceScale >= 0 && guidanceScale <= MOST_GUIDANCE)) {
      throw new IllegalArgumentException(
          "Guidance %s: choose a number from 0 to %.0f.".formatted(guidanceScale, MOST_GUIDANCE));
    }
  }

  /** Whether a step needs the negative prompt too. */
  public boolean guided() {
    return guidanceScale > 1;
  }
}
