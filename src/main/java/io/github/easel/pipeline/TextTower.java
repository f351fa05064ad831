package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.tokenizer.PromptChunker;
import io.github.easel.tokenizer.TokenChunk;

/**
 * One way to read a prompt: Stable Diffusion XL has two of them, each with its own tokens.
 *
 * @param chunker cuts prompts into what the encoder takes
 * @param encoder makes embeddings of that
 * @param learned words that the chunker knows beyond the vocabulary
 */
record TextTower(PromptChunker chunker, TextEncoder encoder, LearnedVectors learned) {

  /** One that knows the vocabulary's words only. */
  TextTower(PromptChunker chunker, TextEncoder encoder) {
    this(chunker, encoder, LearnedVectors.none());
  }

  /** The embeddings of a chunk, as tensors of its own. */
  TextCondition encode(TokenChunk chunk, Cancellation cancellation) {
    return encoder.encode(chunk.ids(), learned, cancellation);
  }
}
