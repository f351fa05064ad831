package io.github.easel.random;

import io.github.easel.tensor.FloatTensor;

/**
 * The normal numbers that {@code torch.randn} draws on a CPU, bit for bit, so that a seed makes the
 * same picture here as in the programs that use torch.
 *
 * <p>All draws come from one {@link MersenneTwister} and go through the transform of G. E. P. Box
 * and M. E. Muller, "A note on the generation of random normal deviates", Ann. Math. Statist. 29
 * (1958): with u1, u2 uniform, sqrt(-2 ln u1) cos(2 pi u2) and sqrt(-2 ln u1) sin(2 pi u2) are
 * normal. Torch takes two ways, and so a tensor's length decides which numbers it gets:
 *
 * <ul>
 *   <li>16 values or more: single precision, in blocks of 16 with eight u1 before eight u2. If the
 *       length is no multiple of 16, the last 16 values are drawn a second time.
 *   <li>fewer than 16: double precision, in pairs; the second of a pair waits for the next such
 *       tensor, however many long tensors lie between.
 * </ul>
 *
 * <p>{@link StrictMath} and {@link CephesFloat} give the same numbers on every machine. Not
 * thread-safe.
 */
public final class TorchCpuRandom implements NoiseSource {

  /** The builds of torch's long-tensor loop; their results differ in the last bits (to 1.2e-6). */
  public enum Kernel {
    /** The vector instructions that nearly every x86-64 machine runs: repeated bit for bit. */
    AVX2,
    /**
     * Plain C++, which torch takes where those instructions are not. Its functions are the C
     * library's; here they are correctly rounded, and so a value differs in its last bit now and
     * then.
     */
    DEFAULT
  }

  private static final int BLOCK = 16;
  private static final int HALF = BLOCK / 2;
  private static final float TWO_PI = (float) (2 * Math.PI);

  private final MersenneTwister twister;
  private final Kernel kernel;
  private final float[] block = new float[BLOCK];

  /** Kept between calls, since a run fills tensors of one size. */
  private float[] values = {};

  private double waiting;
  private boolean hasWaiting;

  /** A generator as {@code torch.Generator("cpu").manual_seed(seed)} starts it on most machines. */
  public TorchCpuRandom(long seed) {
    this(seed, Kernel.AVX2);
  }

  /**
   * A generator that repeats one of torch's kernels.
   *
   * @param seed only its low 32 bits count, as in torch
   */
  public TorchCpuRandom(long seed, Kernel kernel) {
    this.twister = new MersenneTwister(seed);
    this.kernel = kernel;
  }

  @Override
  public String name() {
    return "torch-cpu";
  }

  @Override
  public void fill(FloatTensor noise) {
    int size = noise.size();
    if (size < BLOCK) {
      for (int i = 0; i < size; i++) {
        noise.set(i, (float) nextNormal());
      }
      return;
    }
    if (values.length != size) {
      values = new float[size];
    }
    for (int i = 0; i < size; i++) {
      values[i] = twister.nextFloat();
    }
    int whole = size - size % BLOCK;
    for (int from = 0; from < whole; from += BLOCK) {
      transform(from);
    }
    if (whole < size) {
      int from = size - BLOCK;
      for (int i = from; i < size; i++) {
        values[i] = twister.nextFloat();
      }
      transform(from);
    }
    noise.set(values);
  }

  /** One normal number in double precision: the way of tensors with fewer than 16 values. */
  double nextNormal() {
    if (hasWaiting) {
      hasWaiting = false;
      return waiting;
    }
    double angle = 2 * Math.PI * twister.nextDouble();
    double radius = Math.sqrt(-2 * StrictMath.log1p(-twister.nextDouble()));
    waiting = radius * StrictMath.sin(angle);
    hasWaiting = true;
    return radius * StrictMath.cos(angle);
  }

  /** Turns a block of 16 uniform values into normal ones. */
  private void transform(int from) {
    System.arraycopy(values, from, block, 0, BLOCK);
    for (int i = 0; i < HALF; i++) {
      float u1 = 1 - block[i]; // in (0, 1], so that the logarithm is finite
      float u2 = block[i + HALF];
      if (kernel == Kernel.AVX2) {
        float radius = (float) Math.sqrt(-2 * CephesFloat.log(u1));
        float angle = TWO_PI * u2;
        values[from + i] = radius * CephesFloat.cos(angle);
        values[from + i + HALF] = radius * CephesFloat.sin(angle);
      } else {
        float radius = (float) Math.sqrt(-2 * (float) StrictMath.log(u1));
        float angle = (float) (2 * Math.PI * u2);
        values[from + i] = radius * (float) StrictMath.cos(angle);
        values[from + i + HALF] = radius * (float) StrictMath.sin(angle);
      }
    }
  }
}
