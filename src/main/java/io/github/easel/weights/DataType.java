package io.github.easel.weights;

import java.util.Optional;

/** How a number of a tensor is written in a file; all are little-endian. */
public enum DataType {
  F64(8, true),
  F32(4, true),
  F16(2, true),
  /** The upper half of an {@link #F32}. */
  BF16(2, true),
  I64(8, false),
  I32(4, false),
  I16(2, false),
  I8(1, false),
  U8(1, false),
  /** A byte, 0 for false. */
  BOOL(1, false),
  /** Four bits of exponent and three of mantissa, without infinities. */
  F8_E4M3(1, true),
  /** The upper half of an {@link #F16}. */
  F8_E5M2(1, true);

  private final int bytes;
  private final boolean isFloat;

  DataType(int bytes, boolean isFloat) {
    this.bytes = bytes;
    this.isFloat = isFloat;
  }

  /** The bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** Whether it can hold fractions. */
  public boolean isFloat() {
    return isFloat;
  }

  /** The type that a safetensors header calls so. */
  static Optional<DataType> named(String dtype) {
    for (DataType type : values()) {
      if (type.name().equals(dtype)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
