package io.github.easel.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers of files as 32-bit floats. */
final class Decoding {

  private static final float[] E4M3 = e4m3();

  private Decoding() {}

  /**
   * Decodes the buffer's first numbers.
   *
   * @param bytes in the file's order; neither position nor order of it count
   * @param count how many numbers
   * @param into takes them from index 0
   */
  static void decode(DataType type, ByteBuffer bytes, int count, float[] into) {
    ByteBuffer from = bytes.duplicate().rewind().order(ByteOrder.LITTLE_ENDIAN);
    switch (type) {
      case F32 -> from.asFloatBuffer().get(into, 0, count);
      case F16 -> halves(from, count, into);
      case BF16 -> upperHalves(from, count, into);
      case F64 -> each(count, into, i -> (float) from.getDouble(8 * i));
      case I64 -> each(count, into, i -> from.getLong(8 * i));
      case I32 -> each(count, into, i -> from.getInt(4 * i));
      case I16 -> each(count, into, i -> from.getShort(2 * i));
      case I8 -> each(count, into, i -> from.get(i));
      case U8 -> each(count, into, i -> from.get(i) & 0xFF);
      case BOOL -> each(count, into, i -> from.get(i) == 0 ? 0 : 1);
      case F8_E4M3 -> each(count, into, i -> E4M3[from.get(i) & 0xFF]);
      case F8_E5M2 -> each(count, into, i -> half((short) (from.get(i) << 8)));
    }
  }

  /** The value of a half-precision float (IEEE 754 binary16). */
  static float half(short bits) {
    int sign = (bits & 0x8000) << 16;
    int rest = bits & 0x7FFF;
    if (rest >= 0x7C00) {
      return Float.intBitsToFloat(sign | 0x7F80_0000 | (rest & 0x3FF) << 13);
    }
    // Moved into place, exponent and mantissa are too small by the difference of the biases,
    // 127 - 15; the multiplication is exact and makes subnormal halves normal.
    float value = Float.intBitsToFloat(rest << 13) * 0x1p112f;
    return Float.intBitsToFloat(sign | Float.floatToRawIntBits(value));
  }

  // Checkpoints are mostly of these two types, so they have loops of their own that the compiler
  // can make fast.

  private static void halves(ByteBuffer from, int count, float[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = half(from.getShort(2 * i));
    }
  }

  private static void upperHalves(ByteBuffer from, int count, float[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = Float.intBitsToFloat(from.getShort(2 * i) << 16);
    }
  }

  private interface Reading {
    float at(int index);
  }

  private static void each(int count, float[] into, Reading reading) {
    for (int i = 0; i < count; i++) {
      into[i] = reading.at(i);
    }
  }

  private static float[] e4m3() {
    float[] values = new float[256];
    for (int bits = 0; bits < 256; bits++) {
      int exponent = bits >> 3 & 0xF;
      int mantissa = bits & 7;
      float magnitude =
          exponent == 0 ? mantissa * 0x1p-9f : (float) Math.scalb(1 + mantissa / 8.0, exponent - 7);
      if ((bits & 0x7F) == 0x7F) {
        magnitude = Float.NaN;
      }
      values[bits] = bits < 0x80 ? magnitude : -magnitude;
    }
    return values;
  }
}
