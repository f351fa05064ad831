package io.github.easel.pipeline;

/**
 * What a model's text encoders give together.
 *
 * @param tokens embeddings of a chunk, 77 in CLIP
 * @param width of an embedding: 768 in Stable Diffusion 1, 1024 in 2, 2048 in XL
 * @param pooledWidth of the vector for the whole text; 0 where there is none
 */
record TextShape(int tokens, int width, int pooledWidth) {

  /** Of an encoder that gives no vector for the whole text. */
  TextShape(int tokens, int width) {
    this(tokens, width, 0);
  }
}
