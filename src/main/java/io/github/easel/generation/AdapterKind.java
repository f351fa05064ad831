package io.github.easel.generation;

/** What is put into a model that others made for models of its family. */
public enum AdapterKind {
  /** Differences of weights: LoRA, LoCon, LoHa, LoKr. */
  LORA,
  /** Textual inversion: vectors that stand for a word. */
  EMBEDDING
}
