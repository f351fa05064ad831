package io.github.easel.random;

/**
 * Single-precision logarithm, sine and cosine by the polynomials of the Cephes mathematical library
 * (S. L. Moshier, "Methods and Programs for Mathematical Functions", 1989; files {@code logf.c} and
 * {@code sinf.c} of Cephes 2.2), which x86 vector kernels evaluate.
 *
 * <p>Torch's noise comes out of these polynomials, so every rounding matters: where its kernels
 * fuse a multiplication with an addition, {@link Math#fma(float, float, float)} stands here, and
 * nowhere else.
 */
// The coefficients are written as they were published; the nearest floats are what is meant.
@SuppressWarnings("FloatingPointLiteralPrecision")
final class CephesFloat {

  private static final float SQRT_HALF = 0.70710678f;

  /**
   * log(1 + x) = x - x^2/2 + x^3 P(x) for sqrt(1/2) - 1 <= x < sqrt(2) - 1, highest power first.
   */
  private static final float[] LOG = {
    7.0376836292e-2f,
    -1.1514610310e-1f,
    1.1676998740e-1f,
    -1.2420140846e-1f,
    1.4249322787e-1f,
    -1.6668057665e-1f,
    2.0000714765e-1f,
    -2.4999993993e-1f,
    3.3333331174e-1f
  };

  /** ln 2 in two parts, the first exact in few bits. */
  private static final float LN2_HIGH = 0.693359375f;

  private static final float LN2_LOW = -2.12194440e-4f;

  /** sin(x) = x + x^3 P(x^2) for |x| <= pi/4, highest power first. */
  private static final float[] SIN = {-1.9515295891e-4f, 8.3321608736e-3f, -1.6666654611e-1f};

  /** cos(x) = 1 - x^2/2 + x^4 P(x^2) for |x| <= pi/4, highest power first. */
  private static final float[] COS = {
    2.443315711809948e-5f, -1.388731625493765e-3f, 4.166664568298827e-2f
  };

  private static final float FOUR_OVER_PI = 1.27323954473516f;

  /** pi/4 in three parts (Cody and Waite). */
  private static final float DP1 = 0.78515625f;

  private static final float DP2 = 2.4187564849853515625e-4f;
  private static final float DP3 = 3.77489497744594108e-8f;

  private CephesFloat() {}

  /** The natural logarithm of a positive normal number. */
  static float log(float x) {
    int bits = Float.floatToRawIntBits(x);
    float exponent = (float) ((bits >>> 23) - 126);
    float m = Float.intBitsToFloat((bits & 0x007fffff) | 0x3f000000); // in [0.5, 1)
    if (m < SQRT_HALF) {
      exponent -= 1;
      m = (m - 1) + m;
    } else {
      m -= 1;
    }
    float z = m * m;
    float y = polynomial(LOG, m) * m;
    y = Math.fma(y, z, exponent * LN2_LOW);
    y = Math.fma(-0.5f, z, y);
    return Math.fma(exponent, LN2_HIGH, m + y);
  }

  /** The sine of an angle from 0 to 8192 radians. */
  static float sin(float x) {
    int octant = octant(x);
    float r = reduced(x, octant);
    float value = (octant & 2) == 0 ? sinNearZero(r) : cosNearZero(r);
    return (octant & 4) == 0 ? value : -value;
  }

  /** The cosine of an angle from 0 to 8192 radians. */
  static float cos(float x) {
    int octant = octant(x);
    float r = reduced(x, octant);
    float value = (octant & 2) == 0 ? cosNearZero(r) : sinNearZero(r);
    return ((octant + 2) & 4) == 0 ? value : -value;
  }

  /** The number of pi/4 to take off, made even so that |remainder| <= pi/4. */
  private static int octant(float x) {
    return ((int) (x * FOUR_OVER_PI) + 1) & ~1;
  }

  private static float reduced(float x, int octant) {
    float high = Math.fma(-DP1, octant, x);
    float middle = Math.fma(-DP2, octant, high);
    return Math.fma(-DP3, octant, middle);
  }

  private static float sinNearZero(float x) {
    float z = x * x;
    return Math.fma(polynomial(SIN, z) * z, x, x);
  }

  private static float cosNearZero(float x) {
    float z = x * x;
    float y = polynomial(COS, z) * z;
    return Math.fma(y, z, -0.5f * z) + 1;
  }

  private static float polynomial(float[] coefficients, float x) {
    float y = coefficients[0];
    for (int i = 1; i < coefficients.length; i++) {
      y = Math.fma(y, x, coefficients[i]);
    }
    return y;
  }
}
