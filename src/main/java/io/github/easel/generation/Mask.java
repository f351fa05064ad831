package io.github.easel.generation;

import java.util.Arrays;

/**
 * Where a picture is painted anew: eight bits a pixel, row by row from the top left, 0 for what is
 * kept and 255 for what is replaced. Immutable.
 */
public final class Mask {

  private final int width;
  private final int height;
  private final byte[] values;

  private Mask(int width, int height, byte[] values) {
    this.width = width;
    this.height = height;
    this.values = values;
  }

  /**
   * A mask of a copy of the given bytes.
   *
   * @param values width x height bytes, unsigned
   */
  public static Mask of(int width, int height, byte[] values) {
    if (width < 1 || height < 1 || values.length != (long) width * height) {
      throw new IllegalArgumentException(
          "%d bytes are no %dx%d mask".formatted(values.length, width, height));
    }
    return new Mask(width, height, values.clone());
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** A copy of the bytes, width x height, unsigned. */
  public byte[] values() {
    return values.clone();
  }

  /** One value, 0 to 255. */
  public int at(int x, int y) {
    return values[y * width + x] & 255;
  }

  /** Whether nothing at all is replaced. */
  public boolean blank() {
    for (byte value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * What tells this mask from every other: SHA-256 over width and height, four bytes each with the
   * highest first, and {@link #values}, in 64 hexadecimal digits of lower case.
   */
  public String sha256() {
    return ContentHash.of(width, height, values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Mask mask
        && mask.width == width
        && mask.height == height
        && Arrays.equals(mask.values, values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Mask " + width + "x" + height;
  }
}
