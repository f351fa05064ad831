package io.github.easel.generation;

/** What a generation is doing, in order. */
public enum Stage {
  LOADING,
  ENCODING_TEXT,
  SAMPLING,
  DECODING
}
