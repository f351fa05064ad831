package io.github.easel.runtime;

/** What a port's elements are. */
public enum ElementType {
  FLOAT32,
  FLOAT16,
  INT32,
  INT64,
  /** A type that no diffusion network of ours is fed with. */
  OTHER;

  public boolean isFloat() {
    return this == FLOAT32 || this == FLOAT16;
  }
}
