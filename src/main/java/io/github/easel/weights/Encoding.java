package io.github.easel.weights;

import java.nio.ByteBuffer;

/** 32-bit floats as numbers of files. */
final class Encoding {

  private Encoding() {}

  /**
   * Encodes numbers into the buffer from its beginning.
   *
   * @param type F32, F16 or BF16
   * @param into little-endian; neither its position nor its limit change
   */
  static void encode(DataType type, float[] values, int count, ByteBuffer into) {
    switch (type) {
      case F32 -> into.asFloatBuffer().put(values, 0, count);
      case F16 -> {
        for (int i = 0; i < count; i++) {
          into.putShort(i * Short.BYTES, half(values[i]));
        }
      }
      case BF16 -> {
        for (int i = 0; i < count; i++) {
          into.putShort(i * Short.BYTES, upperHalf(values[i]));
        }
      }
      default -> throw new IllegalArgumentException("nothing is written as " + type);
    }
  }

  /** The bits of the nearest float of eight bits of mantissa, the even one of two. */
  static short upperHalf(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) (bits >>> 16 | 0x40);
    }
    return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
  }

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
