package io.github.easel.generation;

import java.util.Arrays;

/**
 * Where a picture or a text lies in the space that a pair of CLIP towers shares (Radford et al.
 * 2021): a direction, so that two are as near as the cosine of the angle between them. Immutable.
 */
public final class Embedding {

  private final float[] values;

  private Embedding(float[] values) {
    this.values = values;
  }

  /**
   * The direction of a vector.
   *
   * @throws IllegalArgumentException if it has none, or is not finite
   */
  public static Embedding of(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    double length = Math.sqrt(squares);
    if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a vector of length " + length + " has no direction");
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return new Embedding(unit);
  }

  /** How many numbers it has. */
  public int size() {
    return values.length;
  }

  /** A copy of its numbers; their squares add up to 1. */
  public float[] values() {
    return values.clone();
  }

  /**
   * The cosine of the angle to another, -1 to 1.
   *
   * @throws IllegalArgumentException if the other is of another size, and so of other towers
   */
  public double cosine(Embedding other) {
    if (other.values.length != values.length) {
      throw new IllegalArgumentException(values.length + " and " + other.values.length);
    }
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (double) values[i] * other.values[i];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding embedding && Arrays.equals(embedding.values, values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Embedding of " + values.length;
  }
}
