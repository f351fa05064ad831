package io.github.easel.ui.compose;

/** Which settings of a picture are used again. */
public enum Recall {
  ALL,
  /** All but the seed. */
  REMIX,
  /** The seed and its variation. */
  SEED,
  /** Both prompts and how they are read. */
  PROMPT,
  SIZE,
  /** Sampler, schedule, steps and guidance. */
  SAMPLING,
  /** The model alone; all else stays. */
  MODEL,
  /** The picture to begin with, or none. */
  SOURCE;

  boolean words() {
    return this == ALL || this == REMIX || this == PROMPT;
  }

  boolean sampling() {
    return this == ALL || this == REMIX || this == SAMPLING;
  }

  boolean model() {
    return this == ALL || this == REMIX || this == MODEL;
  }

  boolean source() {
    return this == ALL || this == REMIX || this == SOURCE;
  }

  boolean seed() {
    return this == ALL || this == SEED;
  }

  boolean size() {
    return this == ALL || this == REMIX || this == SIZE;
  }
}
