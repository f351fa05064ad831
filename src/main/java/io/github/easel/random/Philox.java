package io.github.easel.random;

/**
 * The counter-based generator Philox4x32-10: each block of four 32-bit words is a function of a
 * counter and a key alone.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as
 * easy as 1, 2, 3", SC11 (2011), section 3.3 and table 2.
 */
final class Philox {

  /** Words in a block. */
  static final int WORDS = 4;

  private static final int ROUNDS = 10;
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;
  private static final long LOW = 0xFFFFFFFFL;

  private Philox() {}

  /**
   * Replaces a counter by its block.
   *
   * @param block four words: the counter before, the random words after
   * @param key low word first
   */
  static void apply(int[] block, long key) {
    int key0 = (int) key;
    int key1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLIER_0 * (block[0] & LOW);
      long product1 = MULTIPLIER_1 * (block[2] & LOW);
      block[0] = (int) (product1 >>> 32) ^ block[1] ^ key0;
      block[1] = (int) product1;
      block[2] = (int) (product0 >>> 32) ^ block[3] ^ key1;
      block[3] = (int) product0;
      key0 += WEYL_0;
      key1 += WEYL_1;
    }
  }
}
