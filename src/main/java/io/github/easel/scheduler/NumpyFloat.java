package io.github.easel.scheduler;

/**
 * The logarithm to the last bit as numpy rounds it in single precision: a rational approximation of
 * log(1 + x) between sqrt(1/2) and sqrt(2), fused multiply-adds included. Where DEIS takes
 * differences of logarithms, its error of up to 4 units in the last place is felt.
 */
final class NumpyFloat {

  private static final float[] NUMERATOR = {
    2.589979117907922693523e-02f,
    3.808837741388407920751e-01f,
    1.480000633576506585156e+00f,
    2.112677543073053063722e+00f,
    9.999999999999998702752e-01f,
    0
  };
  private static final float[] DENOMINATOR = {
    5.875095403124574342950e-03f,
    1.546476374983906719538e-01f,
    9.864942958519418960339e-01f,
    2.453006071784736363091e+00f,
    2.612677543073109236779e+00f,
    1
  };
  private static final float LN2 = 0.693147180559945309f;
  private static final float SQRT2 = 1.41421356237309504880f;

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
