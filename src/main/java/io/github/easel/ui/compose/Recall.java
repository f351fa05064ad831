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
  SIZE;

  boolean words() {
    return this == ALL || this == REMIX || this == PROMPT;
  }

  boolean way() {
    return this == ALL || this == REMIX;
  }

  boolean seed() {
    return this == ALL || this == SEED;
  }

  boolean size() {
    return this == ALL || this == REMIX || this == SIZE;
  }
}
