package io.github.easel.hub;

/** What comes of a download. */
public enum DownloadKind {
  /** A folder of a model, or of one network, with its configuration. */
  FOLDER,
  /** A model in one file. */
  CHECKPOINT,
  /** Changes to a model's weights. */
  LORA,
  /** A concept: vectors in the place of a word. */
  EMBEDDING,
  /** CLIP's vocabulary, for models that bring none. */
  TOKENIZER
}
