package io.github.easel.network;

/**
 * The frequencies of {@link Operations#sinusoids} and {@link Operations#places}, the same in every
 * lowering.
 */
public final class Sinusoids {

  private static final double LONGEST = 10_000;

  private Sinusoids() {}

  /**
   * 10000 to the power of -i / (count - shift) for i from 0, rounded where 32-bit floats round.
   *
   * @param count how many
   */
  public static float[] frequencies(int count, double shift) {
    float[] frequencies = new float[count];
    float slope = (float) -Math.log(LONGEST);
    for (int i = 0; i < count; i++) {
      frequencies[i] = (float) Math.exp(slope * i / (float) (count - shift));
    }
    return frequencies;
  }

  /** Pi times 0, 1 and so on. */
  public static float[] multiplesOfPi(int count) {
    float[] multiples = new float[count];
    for (int i = 0; i < count; i++) {
      multiples[i] = (float) (i * Math.PI);
    }
    return multiples;
  }
}
