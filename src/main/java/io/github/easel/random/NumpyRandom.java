package io.github.easel.random;

import io.github.easel.tensor.FloatTensor;

/**
 * The normal numbers of numpy's legacy generator, {@code numpy.random.RandomState(seed).randn(...)}
 * as float32, which the ONNX pipelines of diffusers begin with.
 *
 * <p>Pairs of uniform doubles from one {@link MersenneTwister} go through the polar method of G.
 * Marsaglia and T. A. Bray, "A convenient method for generating normal variables", SIAM Review 6
 * (1964). The second value of a pair comes first; the first one waits for the next draw, be it in
 * this call or the next. Not thread-safe.
 */
public final class NumpyRandom implements NoiseSource {

  /** The largest seed that numpy takes: 2^32 - 1. */
  public static final long LARGEST_SEED = 0xFFFFFFFFL;

  private final MersenneTwister twister;
  private double waiting;
  private boolean hasWaiting;

  /**
   * A generator as {@code numpy.random.RandomState(seed)} starts it.
   *
   * @param seed 0 to {@link #LARGEST_SEED}
   * @throws IllegalArgumentException for other seeds, which numpy refuses too
   */
  public NumpyRandom(long seed) {
    if (seed < 0 || seed > LARGEST_SEED) {
      throw new IllegalArgumentException(
          "Seed %d: numpy takes seeds from 0 to %d.".formatted(seed, LARGEST_SEED));
    }
    twister = new MersenneTwister(seed);
  }

  @Override
  public String name() {
    return "numpy";
  }

  @Override
  public void fill(FloatTensor noise) {
    for (int i = 0; i < noise.size(); i++) {
      noise.set(i, (float) nextNormal());
    }
  }

  private double nextNormal() {
    if (hasWaiting) {
      hasWaiting = false;
      return waiting;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * twister.nextResolvedDouble() - 1;
      y = 2 * twister.nextResolvedDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
    waiting = factor * x;
    hasWaiting = true;
    return factor * y;
  }
}
