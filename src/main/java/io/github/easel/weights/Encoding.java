package io.github.easel.weights;

/** 32-bit floats as numbers of files. */
final class Encoding {

  private Encoding() {}

  /**
   * The bits of the nearest half-precision float (IEEE 754 binary16), the even one of two; beyond
   * 65520 an infinity.
   */
  static short half(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    float magnitude = Math.abs(value);
    if (Float.isNaN(value)) {
      return (short) (sign | 0x7E00);
    }
    if (magnitude >= 65520) {
      return (short) (sign | 0x7C00);
    }
    if (magnitude < 0x1p-14f) {
      // Subnormal halves are multiples of 2^-24; adding 1/2 makes the float's own rounding that of
      // its last bit, which is worth 2^-24 from there to 1.
      int steps = Float.floatToRawIntBits(magnitude + 0.5f) - Float.floatToRawIntBits(0.5f);
      return (short) (sign | steps);
    }
    int rest = Float.floatToRawIntBits(magnitude) - ((127 - 15) << 23);
    int rounded = rest + 0xFFF + (rest >>> 13 & 1);
    return (short) (sign | rounded >>> 13);
  }
}
