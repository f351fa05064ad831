package io.github.easel.scheduler;

/**
 * The exponential function to the last bit as torch's CPU kernels round it: with the polynomial and
 * the steps of SLEEF's {@code expf} of 1.0 ULP (Shibata and Petrogalli 2020, "SLEEF: a portable
 * vectorized library of C standard mathematical functions"), fused multiply-adds included. Nearly
 * always the nearest number; where it is not, samples close to 0 would feel the difference.
 */
final class SleefFloat {

  private static final float LOG2_E = 1.442695f;
  private static final float LN2_UPPER = 0.69314575f;
  private static final float LN2_LOWER = 0.0000014286068f;
  private static final float LEAST = -104;
  private static final float MOST = 100;
  private static final float[] POLYNOMIAL = {
    0.00019852762f, 0.0013930436f, 0.008333361f, 0.041666485f, 0.16666667f, 0.5f
  };

  private SleefFloat() {}

  static float exp(float x) {
    if (!(x >= LEAST)) {
      return Float.isNaN(x) ? Float.NaN : 0;
    }
    if (x > MOST) {
      return Float.POSITIVE_INFINITY;
    }
    int power = (int) Math.rint(x * LOG2_E);
    float rest = Math.fma(power, -LN2_LOWER, Math.fma(power, -LN2_UPPER, x));
    float sum = POLYNOMIAL[0];
    for (int i = 1; i < POLYNOMIAL.length; i++) {
      sum = Math.fma(sum, rest, POLYNOMIAL[i]);
    }
    float value = 1 + Math.fma(rest * rest, sum, rest);
    return Math.scalb(value, power);
  }
}
