package io.github.easel.generation;

/** What a generation is doing, in order. */
public enum Stage {
  LOADING,
  /** A model is made ready for this computer, once; the next start finds what was made. */
  PREPARING,
  ENCODING_TEXT,
  SAMPLING,
  DECODING
}
