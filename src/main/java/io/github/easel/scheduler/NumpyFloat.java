package io.github.easel.scheduler;

/**
 * The logarithm to the last bit as numpy rounds it in single precision: a rational approximation of
 * log(1 + x) between sqrt(1/2) and sqrt(2), fused multiply-adds included. Where DEIS takes
 * differences of logarithms, its error of up to 4 units in the last place is felt.
 */
final class NumpyFloat {

  private static final float[] NUMERATOR = {
    0.025899792f, 0.38088378f, 1.4800006f, 2.1126776f, 1.0f, 0
  };
  private static final float[] DENOMINATOR = {
    0.0058750953f, 0.15464763f, 0.9864943f, 2.453006f, 2.6126776f, 1
  };
  private static final float LN2 = 0.6931472f;
  private static final float SQRT2 = 1.4142135f;

  private NumpyFloat() {}

  static float log(float value) {
    if (!(value > 0) || Float.isInfinite(value)) {
      return (float) Math.log(value);
    }
    int exponent = Math.getExponent(value);
    float mantissa = Math.scalb(value, -exponent);
    if (mantissa > SQRT2) {
      exponent++;
      mantissa /= 2;
    }
    float x = mantissa - 1;
    return Math.fma(exponent, LN2, polynomial(NUMERATOR, x) / polynomial(DENOMINATOR, x));
  }

  private static float polynomial(float[] coefficients, float x) {
    float sum = coefficients[0];
    for (int i = 1; i < coefficients.length; i++) {
      sum = Math.fma(sum, x, coefficients[i]);
    }
    return sum;
  }
}
