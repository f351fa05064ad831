package io.github.easel.random;

/**
 * The 32-bit Mersenne Twister MT19937, initialised from a single 32-bit word.
 *
 * <p>Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed
 * uniform pseudo-random number generator", ACM TOMACS 8 (1998), equation 2.1 and table II, with the
 * initialisation that its authors published in 2002. Not thread-safe.
 */
final class MersenneTwister {

  private static final int N = 624;
  private static final int M = 397;
  private static final int MATRIX_A = 0x9908b0df;
  private static final int UPPER_MASK = 0x80000000;
  private static final int LOWER_MASK = 0x7fffffff;
  private static final int INITIALISATION_MULTIPLIER = 1812433253;

  private final int[] state = new int[N];
  private int next = N;

  /** Starts from the low 32 bits of the seed, as torch and numpy do. */
  MersenneTwister(long seed) {
    state[0] = (int) seed;
    for (int i = 1; i < N; i++) {
      int previous = state[i - 1];
      state[i] = INITIALISATION_MULTIPLIER * (previous ^ (previous >>> 30)) + i;
    }
  }

  /** The next 32 bits. */
  int nextInt() {
    if (next == N) {
      twist();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  /** Uniform in [0, 1), a multiple of 2^-24: the low 24 bits of one draw. */
  float nextFloat() {
    return (nextInt() & 0xffffff) * 0x1p-24f;
  }

  /** Uniform in [0, 1), a multiple of 2^-53: the low 53 bits of two draws, the first one on top. */
  double nextDouble() {
    long high = nextInt();
    long low = nextInt() & 0xffffffffL;
    return (((high << 32) | low) & ((1L << 53) - 1)) * 0x1p-53;
  }

  /**
   * Uniform in [0, 1), a multiple of 2^-53: the high 27 bits of one draw on top of the high 26 of
   * the next, as the generator's authors make doubles.
   */
  double nextResolvedDouble() {
    int high = nextInt() >>> 5;
    int low = nextInt() >>> 6;
    return (((long) high << 26) | low) * 0x1p-53;
  }

  private void twist() {
    for (int i = 0; i < N; i++) {
      int y = (state[i] & UPPER_MASK) | (state[(i + 1) % N] & LOWER_MASK);
      int mixed = (y & 1) == 0 ? 0 : MATRIX_A;
      state[i] = state[(i + M) % N] ^ (y >>> 1) ^ mixed;
    }
    next = 0;
  }
}
