package io.github.easel.random;

import io.github.easel.tensor.FloatTensor;

/**
 * The normal numbers that {@code torch.randn} draws on a CUDA device, as A1111's noise source "NV"
 * repeats them on any machine.
 *
 * <p>Value i of call n is a function of the seed, n and i: block ({@code key} = seed, {@code
 * counter} = [n, 0, i, 0]) of {@link Philox}, whose first two words x, y give, by the transform of
 * Box and Muller, sqrt(-2 ln((x + 1/2) / 2^32)) sin(2 pi (y + 1/2) / 2^32). The other two words are
 * left over.
 *
 * <p>A CUDA device computes this in single precision, and so its own values differ from these in
 * the last bit or two. It also stops at so many values as it has threads (some 200,000) and begins
 * a second round there; a picture of 512x512 pixels has 16,384. Not thread-safe.
 */
public final class PhiloxRandom implements NoiseSource {

  private static final double INVERSE_2_32 = 0x1p-32;

  /** 2 pi / 2^32 with 2 pi in single precision. */
  private static final double ANGLE = (float) (2 * Math.PI) * INVERSE_2_32;

  private static final long LOW = 0xFFFFFFFFL;

  private final long seed;
  private final int[] block = new int[Philox.WORDS];
  private long call;

  /**
   * A generator as {@code torch.Generator("cuda").manual_seed(seed)} starts it: all 64 bits count.
   */
  public PhiloxRandom(long seed) {
    this.seed = seed;
  }

  @Override
  public String name() {
    return "torch-cuda";
  }

  @Override
  public void fill(FloatTensor noise) {
    for (int i = 0; i < noise.size(); i++) {
      block[0] = (int) call;
      block[1] = (int) (call >>> 32);
      block[2] = i;
      block[3] = 0;
      Philox.apply(block, seed);
      double u = (block[0] & LOW) * INVERSE_2_32 + INVERSE_2_32 / 2;
      double angle = (block[1] & LOW) * ANGLE + ANGLE / 2;
      noise.set(i, (float) (Math.sqrt(-2 * StrictMath.log(u)) * StrictMath.sin(angle)));
    }
    call++;
  }
}
